"""The closed vocabulary, generated from ontology/torkham.ttl by ``make vocabulary``: do not edit.

``TK`` holds the IRI of every term of the ontology; a name that the ontology lacks is an error for mypy and at run time.
The tuples hold the values that the contract names, in the order of the ontology.
"""

from typing import Final

NAMESPACE: Final = "https://w3id.org/torkham/ontology#"
VERSION: Final = "0.1.0"


class TK:
    """Every term of the ontology; a hyphen of its name is an underscore here."""

    Accusation: Final = "https://w3id.org/torkham/ontology#Accusation"
    Actor: Final = "https://w3id.org/torkham/ontology#Actor"
    ActorType: Final = "https://w3id.org/torkham/ontology#ActorType"
    Announcement: Final = "https://w3id.org/torkham/ontology#Announcement"
    Appeal: Final = "https://w3id.org/torkham/ontology#Appeal"
    ArmedGroup: Final = "https://w3id.org/torkham/ontology#ArmedGroup"
    Arrest: Final = "https://w3id.org/torkham/ontology#Arrest"
    Arrival: Final = "https://w3id.org/torkham/ontology#Arrival"
    Assistance: Final = "https://w3id.org/torkham/ontology#Assistance"
    Assurance: Final = "https://w3id.org/torkham/ontology#Assurance"
    Attack: Final = "https://w3id.org/torkham/ontology#Attack"
    Basis: Final = "https://w3id.org/torkham/ontology#Basis"
    BorderMeasure: Final = "https://w3id.org/torkham/ontology#BorderMeasure"
    Change: Final = "https://w3id.org/torkham/ontology#Change"
    Coalition: Final = "https://w3id.org/torkham/ontology#Coalition"
    Company: Final = "https://w3id.org/torkham/ontology#Company"
    Correction: Final = "https://w3id.org/torkham/ontology#Correction"
    Dating: Final = "https://w3id.org/torkham/ontology#Dating"
    DeFactoAuthority: Final = "https://w3id.org/torkham/ontology#DeFactoAuthority"
    Deadline: Final = "https://w3id.org/torkham/ontology#Deadline"
    DeadlineChange: Final = "https://w3id.org/torkham/ontology#DeadlineChange"
    DeadlineExtension: Final = "https://w3id.org/torkham/ontology#DeadlineExtension"
    DeadlineSet: Final = "https://w3id.org/torkham/ontology#DeadlineSet"
    Dispute: Final = "https://w3id.org/torkham/ontology#Dispute"
    Document: Final = "https://w3id.org/torkham/ontology#Document"
    Event: Final = "https://w3id.org/torkham/ontology#Event"
    EventReport: Final = "https://w3id.org/torkham/ontology#EventReport"
    EventType: Final = "https://w3id.org/torkham/ontology#EventType"
    Expulsion: Final = "https://w3id.org/torkham/ontology#Expulsion"
    Fact: Final = "https://w3id.org/torkham/ontology#Fact"
    Figure: Final = "https://w3id.org/torkham/ontology#Figure"
    Flight: Final = "https://w3id.org/torkham/ontology#Flight"
    GovernmentBody: Final = "https://w3id.org/torkham/ontology#GovernmentBody"
    Identity: Final = "https://w3id.org/torkham/ontology#Identity"
    IntergovernmentalOrganization: Final = "https://w3id.org/torkham/ontology#IntergovernmentalOrganization"
    Measure: Final = "https://w3id.org/torkham/ontology#Measure"
    Meeting: Final = "https://w3id.org/torkham/ontology#Meeting"
    Mention: Final = "https://w3id.org/torkham/ontology#Mention"
    MentionKind: Final = "https://w3id.org/torkham/ontology#MentionKind"
    Modality: Final = "https://w3id.org/torkham/ontology#Modality"
    Mode: Final = "https://w3id.org/torkham/ontology#Mode"
    NewsOrganization: Final = "https://w3id.org/torkham/ontology#NewsOrganization"
    NonGovernmentalOrganization: Final = "https://w3id.org/torkham/ontology#NonGovernmentalOrganization"
    Organization: Final = "https://w3id.org/torkham/ontology#Organization"
    Passage: Final = "https://w3id.org/torkham/ontology#Passage"
    Person: Final = "https://w3id.org/torkham/ontology#Person"
    Place: Final = "https://w3id.org/torkham/ontology#Place"
    Policy: Final = "https://w3id.org/torkham/ontology#Policy"
    PolicyExpansion: Final = "https://w3id.org/torkham/ontology#PolicyExpansion"
    PolicyType: Final = "https://w3id.org/torkham/ontology#PolicyType"
    Population: Final = "https://w3id.org/torkham/ontology#Population"
    Position: Final = "https://w3id.org/torkham/ontology#Position"
    Praise: Final = "https://w3id.org/torkham/ontology#Praise"
    Precision: Final = "https://w3id.org/torkham/ontology#Precision"
    Programme: Final = "https://w3id.org/torkham/ontology#Programme"
    ProtectionProgramme: Final = "https://w3id.org/torkham/ontology#ProtectionProgramme"
    Qualifier: Final = "https://w3id.org/torkham/ontology#Qualifier"
    Rejection: Final = "https://w3id.org/torkham/ontology#Rejection"
    Release: Final = "https://w3id.org/torkham/ontology#Release"
    RepatriationPlan: Final = "https://w3id.org/torkham/ontology#RepatriationPlan"
    ResettlementProgramme: Final = "https://w3id.org/torkham/ontology#ResettlementProgramme"
    Return: Final = "https://w3id.org/torkham/ontology#Return"
    Ruling: Final = "https://w3id.org/torkham/ontology#Ruling"
    Run: Final = "https://w3id.org/torkham/ontology#Run"
    Sentence: Final = "https://w3id.org/torkham/ontology#Sentence"
    Software: Final = "https://w3id.org/torkham/ontology#Software"
    SpeakerKind: Final = "https://w3id.org/torkham/ontology#SpeakerKind"
    State: Final = "https://w3id.org/torkham/ontology#State"
    Statement: Final = "https://w3id.org/torkham/ontology#Statement"
    Status: Final = "https://w3id.org/torkham/ontology#Status"
    Submission: Final = "https://w3id.org/torkham/ontology#Submission"
    Takeover: Final = "https://w3id.org/torkham/ontology#Takeover"
    UnnamedSource: Final = "https://w3id.org/torkham/ontology#UnnamedSource"
    VisaProgramme: Final = "https://w3id.org/torkham/ontology#VisaProgramme"
    Warning: Final = "https://w3id.org/torkham/ontology#Warning"
    Withdrawal: Final = "https://w3id.org/torkham/ontology#Withdrawal"
    WithdrawnFact: Final = "https://w3id.org/torkham/ontology#WithdrawnFact"
    accused: Final = "https://w3id.org/torkham/ontology#accused"
    action: Final = "https://w3id.org/torkham/ontology#action"
    actorType: Final = "https://w3id.org/torkham/ontology#actorType"
    addressee: Final = "https://w3id.org/torkham/ontology#addressee"
    addresseeLabels: Final = "https://w3id.org/torkham/ontology#addresseeLabels"
    agent: Final = "https://w3id.org/torkham/ontology#agent"
    agentLabels: Final = "https://w3id.org/torkham/ontology#agentLabels"
    aliasLabels: Final = "https://w3id.org/torkham/ontology#aliasLabels"
    announced: Final = "https://w3id.org/torkham/ontology#announced"
    appealedTo: Final = "https://w3id.org/torkham/ontology#appealedTo"
    appliesTo: Final = "https://w3id.org/torkham/ontology#appliesTo"
    appliesToLabels: Final = "https://w3id.org/torkham/ontology#appliesToLabels"
    arrested: Final = "https://w3id.org/torkham/ontology#arrested"
    assisted: Final = "https://w3id.org/torkham/ontology#assisted"
    assured: Final = "https://w3id.org/torkham/ontology#assured"
    attacked: Final = "https://w3id.org/torkham/ontology#attacked"
    attributedTo: Final = "https://w3id.org/torkham/ontology#attributedTo"
    attributedToLabels: Final = "https://w3id.org/torkham/ontology#attributedToLabels"
    basis: Final = "https://w3id.org/torkham/ontology#basis"
    basis_inferred: Final = "https://w3id.org/torkham/ontology#basis-inferred"
    basis_resolved: Final = "https://w3id.org/torkham/ontology#basis-resolved"
    basis_stated: Final = "https://w3id.org/torkham/ontology#basis-stated"
    because: Final = "https://w3id.org/torkham/ontology#because"
    cell: Final = "https://w3id.org/torkham/ontology#cell"
    change: Final = "https://w3id.org/torkham/ontology#change"
    change_extended: Final = "https://w3id.org/torkham/ontology#change-extended"
    change_restated: Final = "https://w3id.org/torkham/ontology#change-restated"
    change_set: Final = "https://w3id.org/torkham/ontology#change-set"
    contested: Final = "https://w3id.org/torkham/ontology#contested"
    correctedBy: Final = "https://w3id.org/torkham/ontology#correctedBy"
    correctedKind: Final = "https://w3id.org/torkham/ontology#correctedKind"
    correctedValue: Final = "https://w3id.org/torkham/ontology#correctedValue"
    corrects: Final = "https://w3id.org/torkham/ontology#corrects"
    date: Final = "https://w3id.org/torkham/ontology#date"
    dateEnd: Final = "https://w3id.org/torkham/ontology#dateEnd"
    dateStart: Final = "https://w3id.org/torkham/ontology#dateStart"
    dating: Final = "https://w3id.org/torkham/ontology#dating"
    demonym: Final = "https://w3id.org/torkham/ontology#demonym"
    describedIn: Final = "https://w3id.org/torkham/ontology#describedIn"
    destination: Final = "https://w3id.org/torkham/ontology#destination"
    documentList: Final = "https://w3id.org/torkham/ontology#documentList"
    end: Final = "https://w3id.org/torkham/ontology#end"
    eventType: Final = "https://w3id.org/torkham/ontology#eventType"
    expelled: Final = "https://w3id.org/torkham/ontology#expelled"
    factCount: Final = "https://w3id.org/torkham/ontology#factCount"
    fileName: Final = "https://w3id.org/torkham/ontology#fileName"
    firstDay: Final = "https://w3id.org/torkham/ontology#firstDay"
    firstFigure: Final = "https://w3id.org/torkham/ontology#firstFigure"
    identifies: Final = "https://w3id.org/torkham/ontology#identifies"
    inCountry: Final = "https://w3id.org/torkham/ontology#inCountry"
    inDocument: Final = "https://w3id.org/torkham/ontology#inDocument"
    inSentence: Final = "https://w3id.org/torkham/ontology#inSentence"
    issuer: Final = "https://w3id.org/torkham/ontology#issuer"
    issuerLabels: Final = "https://w3id.org/torkham/ontology#issuerLabels"
    kind: Final = "https://w3id.org/torkham/ontology#kind"
    lastDay: Final = "https://w3id.org/torkham/ontology#lastDay"
    lexicon: Final = "https://w3id.org/torkham/ontology#lexicon"
    lower: Final = "https://w3id.org/torkham/ontology#lower"
    measure: Final = "https://w3id.org/torkham/ontology#measure"
    measure_arrested: Final = "https://w3id.org/torkham/ontology#measure-arrested"
    measure_arrived: Final = "https://w3id.org/torkham/ontology#measure-arrived"
    measure_assisted: Final = "https://w3id.org/torkham/ontology#measure-assisted"
    measure_expelled: Final = "https://w3id.org/torkham/ontology#measure-expelled"
    measure_fled: Final = "https://w3id.org/torkham/ontology#measure-fled"
    measure_in_pipeline: Final = "https://w3id.org/torkham/ontology#measure-in-pipeline"
    measure_killed: Final = "https://w3id.org/torkham/ontology#measure-killed"
    measure_other: Final = "https://w3id.org/torkham/ontology#measure-other"
    measure_released: Final = "https://w3id.org/torkham/ontology#measure-released"
    measure_resident: Final = "https://w3id.org/torkham/ontology#measure-resident"
    measure_returned: Final = "https://w3id.org/torkham/ontology#measure-returned"
    measure_targeted: Final = "https://w3id.org/torkham/ontology#measure-targeted"
    mention_kind_name: Final = "https://w3id.org/torkham/ontology#mention-kind-name"
    mention_kind_nominal: Final = "https://w3id.org/torkham/ontology#mention-kind-nominal"
    mention_kind_pronoun: Final = "https://w3id.org/torkham/ontology#mention-kind-pronoun"
    mentionCount: Final = "https://w3id.org/torkham/ontology#mentionCount"
    mentionKind: Final = "https://w3id.org/torkham/ontology#mentionKind"
    mentionOf: Final = "https://w3id.org/torkham/ontology#mentionOf"
    mergeReason: Final = "https://w3id.org/torkham/ontology#mergeReason"
    metWith: Final = "https://w3id.org/torkham/ontology#metWith"
    metonym: Final = "https://w3id.org/torkham/ontology#metonym"
    modality: Final = "https://w3id.org/torkham/ontology#modality"
    modality_actual: Final = "https://w3id.org/torkham/ontology#modality-actual"
    modality_denied: Final = "https://w3id.org/torkham/ontology#modality-denied"
    modality_hypothetical: Final = "https://w3id.org/torkham/ontology#modality-hypothetical"
    modality_planned: Final = "https://w3id.org/torkham/ontology#modality-planned"
    modality_requested: Final = "https://w3id.org/torkham/ontology#modality-requested"
    modality_threatened: Final = "https://w3id.org/torkham/ontology#modality-threatened"
    mode: Final = "https://w3id.org/torkham/ontology#mode"
    mode_direct: Final = "https://w3id.org/torkham/ontology#mode-direct"
    mode_indirect: Final = "https://w3id.org/torkham/ontology#mode-indirect"
    model: Final = "https://w3id.org/torkham/ontology#model"
    national: Final = "https://w3id.org/torkham/ontology#national"
    ofDeadline: Final = "https://w3id.org/torkham/ontology#ofDeadline"
    origin: Final = "https://w3id.org/torkham/ontology#origin"
    partOf: Final = "https://w3id.org/torkham/ontology#partOf"
    patient: Final = "https://w3id.org/torkham/ontology#patient"
    patientLabels: Final = "https://w3id.org/torkham/ontology#patientLabels"
    place: Final = "https://w3id.org/torkham/ontology#place"
    placeLabels: Final = "https://w3id.org/torkham/ontology#placeLabels"
    policy: Final = "https://w3id.org/torkham/ontology#policy"
    policyType: Final = "https://w3id.org/torkham/ontology#policyType"
    population: Final = "https://w3id.org/torkham/ontology#population"
    populationLabels: Final = "https://w3id.org/torkham/ontology#populationLabels"
    praised: Final = "https://w3id.org/torkham/ontology#praised"
    precision: Final = "https://w3id.org/torkham/ontology#precision"
    precision_day: Final = "https://w3id.org/torkham/ontology#precision-day"
    precision_interval: Final = "https://w3id.org/torkham/ontology#precision-interval"
    precision_month: Final = "https://w3id.org/torkham/ontology#precision-month"
    precision_year: Final = "https://w3id.org/torkham/ontology#precision-year"
    previousDate: Final = "https://w3id.org/torkham/ontology#previousDate"
    publisherName: Final = "https://w3id.org/torkham/ontology#publisherName"
    qualifier: Final = "https://w3id.org/torkham/ontology#qualifier"
    qualifier_about: Final = "https://w3id.org/torkham/ontology#qualifier-about"
    qualifier_at_least: Final = "https://w3id.org/torkham/ontology#qualifier-at-least"
    qualifier_at_most: Final = "https://w3id.org/torkham/ontology#qualifier-at-most"
    qualifier_exact: Final = "https://w3id.org/torkham/ontology#qualifier-exact"
    qualifier_less_than: Final = "https://w3id.org/torkham/ontology#qualifier-less-than"
    qualifier_more_than: Final = "https://w3id.org/torkham/ontology#qualifier-more-than"
    qualifier_nearly: Final = "https://w3id.org/torkham/ontology#qualifier-nearly"
    qualifier_range: Final = "https://w3id.org/torkham/ontology#qualifier-range"
    qualifier_unquantified: Final = "https://w3id.org/torkham/ontology#qualifier-unquantified"
    qualifier_vague: Final = "https://w3id.org/torkham/ontology#qualifier-vague"
    released: Final = "https://w3id.org/torkham/ontology#released"
    reports: Final = "https://w3id.org/torkham/ontology#reports"
    request: Final = "https://w3id.org/torkham/ontology#request"
    requestEnd: Final = "https://w3id.org/torkham/ontology#requestEnd"
    requestStart: Final = "https://w3id.org/torkham/ontology#requestStart"
    roleTitle: Final = "https://w3id.org/torkham/ontology#roleTitle"
    rule: Final = "https://w3id.org/torkham/ontology#rule"
    sameAsList: Final = "https://w3id.org/torkham/ontology#sameAsList"
    secondFigure: Final = "https://w3id.org/torkham/ontology#secondFigure"
    sentenceCount: Final = "https://w3id.org/torkham/ontology#sentenceCount"
    setBy: Final = "https://w3id.org/torkham/ontology#setBy"
    setByLabels: Final = "https://w3id.org/torkham/ontology#setByLabels"
    sha256: Final = "https://w3id.org/torkham/ontology#sha256"
    speaker: Final = "https://w3id.org/torkham/ontology#speaker"
    speaker_kind_collective: Final = "https://w3id.org/torkham/ontology#speaker-kind-collective"
    speaker_kind_named: Final = "https://w3id.org/torkham/ontology#speaker-kind-named"
    speaker_kind_unnamed: Final = "https://w3id.org/torkham/ontology#speaker-kind-unnamed"
    speakerKind: Final = "https://w3id.org/torkham/ontology#speakerKind"
    speakerLabels: Final = "https://w3id.org/torkham/ontology#speakerLabels"
    start: Final = "https://w3id.org/torkham/ontology#start"
    status: Final = "https://w3id.org/torkham/ontology#status"
    status_announced: Final = "https://w3id.org/torkham/ontology#status-announced"
    status_ended: Final = "https://w3id.org/torkham/ontology#status-ended"
    status_extended: Final = "https://w3id.org/torkham/ontology#status-extended"
    status_in_force: Final = "https://w3id.org/torkham/ontology#status-in-force"
    status_suspended: Final = "https://w3id.org/torkham/ontology#status-suspended"
    status_unknown: Final = "https://w3id.org/torkham/ontology#status-unknown"
    surfaceForm: Final = "https://w3id.org/torkham/ontology#surfaceForm"
    target: Final = "https://w3id.org/torkham/ontology#target"
    targetLabels: Final = "https://w3id.org/torkham/ontology#targetLabels"
    territory: Final = "https://w3id.org/torkham/ontology#territory"
    text: Final = "https://w3id.org/torkham/ontology#text"
    toldTo: Final = "https://w3id.org/torkham/ontology#toldTo"
    toldToLabels: Final = "https://w3id.org/torkham/ontology#toldToLabels"
    upper: Final = "https://w3id.org/torkham/ontology#upper"
    value: Final = "https://w3id.org/torkham/ontology#value"
    version: Final = "https://w3id.org/torkham/ontology#version"
    via: Final = "https://w3id.org/torkham/ontology#via"
    viaLabels: Final = "https://w3id.org/torkham/ontology#viaLabels"
    warned: Final = "https://w3id.org/torkham/ontology#warned"


ACTOR_TYPE: Final = (
    "State",
    "GovernmentBody",
    "DeFactoAuthority",
    "ArmedGroup",
    "IntergovernmentalOrganization",
    "NonGovernmentalOrganization",
    "NewsOrganization",
    "Company",
    "Person",
    "Population",
    "UnnamedSource",
    "Coalition",
)
BASIS: Final = ("stated", "resolved", "inferred")
CHANGE: Final = ("set", "extended", "restated")
EVENT_TYPE: Final = (
    "Announcement",
    "DeadlineSet",
    "DeadlineExtension",
    "PolicyExpansion",
    "Expulsion",
    "Return",
    "Flight",
    "Arrival",
    "Arrest",
    "Release",
    "Appeal",
    "Warning",
    "Assurance",
    "Rejection",
    "Accusation",
    "Praise",
    "Submission",
    "Assistance",
    "Meeting",
    "Ruling",
    "Attack",
    "Withdrawal",
    "Takeover",
)
MEASURE: Final = (
    "resident",
    "targeted",
    "expelled",
    "returned",
    "fled",
    "arrived",
    "arrested",
    "released",
    "killed",
    "in-pipeline",
    "assisted",
    "other",
)
MENTION_KIND: Final = ("name", "nominal", "pronoun")
MODALITY: Final = ("actual", "planned", "requested", "threatened", "denied", "hypothetical")
MODE: Final = ("direct", "indirect")
POLICY_TYPE: Final = (
    "RepatriationPlan",
    "ResettlementProgramme",
    "VisaProgramme",
    "ProtectionProgramme",
    "BorderMeasure",
    "Programme",
)
PRECISION: Final = ("day", "month", "year", "interval")
QUALIFIER: Final = (
    "exact",
    "about",
    "nearly",
    "at-least",
    "more-than",
    "at-most",
    "less-than",
    "range",
    "vague",
    "unquantified",
)
SPEAKER_KIND: Final = ("named", "unnamed", "collective")
STATUS: Final = ("announced", "in-force", "extended", "suspended", "ended", "unknown")
