namespace GdprKit;

/// <summary>The parts of a register that can change.</summary>
public enum RegisterElement
{
    /// <summary>A part that has no rule of its own; a change of it is material.</summary>
    Unspecified = 0,

    /// <summary>A language in which people are told.</summary>
    Language,

    /// <summary>The name of the controller.</summary>
    ControllerName,

    /// <summary>The country of the controller.</summary>
    ControllerCountry,

    /// <summary>The number of the controller in the trade register.</summary>
    RegistrationNumber,

    /// <summary>How the controller is reached.</summary>
    ControllerContact,

    /// <summary>The zone in which days begin and end.</summary>
    TimeZone,

    /// <summary>The last day of the financial year.</summary>
    FinancialYearEnd,

    /// <summary>The representative in the Union (Art. 27).</summary>
    Representative,

    /// <summary>How the representative is reached.</summary>
    RepresentativeContact,

    /// <summary>The data protection officer (Art. 37), with how the officer is reached.</summary>
    DataProtectionOfficer,

    /// <summary>A joint controller (Art. 26).</summary>
    JointController,

    /// <summary>How a joint controller is reached.</summary>
    JointControllerContact,

    /// <summary>The essence of the arrangement with a joint controller (Art. 26(2)).</summary>
    JointControllerArrangement,

    /// <summary>The authority people can complain to.</summary>
    SupervisoryAuthority,

    /// <summary>The page on which people exercise their rights.</summary>
    RightsPage,

    /// <summary>The e-mail address at which people exercise their rights.</summary>
    RightsEmail,

    /// <summary>The telephone number at which people exercise their rights.</summary>
    RightsPhone,

    /// <summary>What a declaration is called.</summary>
    Label,

    /// <summary>What a declaration holds or counts, in a sentence.</summary>
    Description,

    /// <summary>The term of the W3C Data Privacy Vocabulary.</summary>
    Term,

    /// <summary>Where a law can be read.</summary>
    LawAddress,

    /// <summary>Where a document of the controller is kept: a balancing test, a transfer or data protection impact assessment.</summary>
    DocumentReference,

    /// <summary>A kind of people.</summary>
    SubjectKind,

    /// <summary>Whether a kind of people has a notice of its own.</summary>
    OwnNotice,

    /// <summary>A category of data that is declared; <see cref="ActivityCategory"/> is its use.</summary>
    DataCategory,

    /// <summary>How far the law protects a category.</summary>
    Sensitivity,

    /// <summary>The law that allows or prescribes the use of a category.</summary>
    CategoryLaw,

    /// <summary>An event that is declared; retention rules refer to it.</summary>
    RetentionEvent,

    /// <summary>A party that receives data.</summary>
    Recipient,

    /// <summary>The name of a recipient.</summary>
    RecipientName,

    /// <summary>In which capacity a recipient gets data.</summary>
    RecipientRole,

    /// <summary>What a recipient gets data for.</summary>
    RecipientTask,

    /// <summary>Where a recipient is established.</summary>
    RecipientCountry,

    /// <summary>A transfer outside the European Economic Area, with its safeguard.</summary>
    Transfer,

    /// <summary>How people get a copy of a safeguard.</summary>
    SafeguardCopy,

    /// <summary>Something that is done with data, with its purpose.</summary>
    Activity,

    /// <summary>The words for a purpose.</summary>
    PurposeDescription,

    /// <summary>The lawful basis of an activity, with its law or interest.</summary>
    LawfulBasis,

    /// <summary>The condition for special categories (Art. 9(2)).</summary>
    SpecialCategoryCondition,

    /// <summary>A kind of people an activity concerns.</summary>
    ActivityPeople,

    /// <summary>A category of data an activity uses.</summary>
    ActivityCategory,

    /// <summary>A recipient of an activity's data.</summary>
    ActivityRecipient,

    /// <summary>A source of data that the person did not give (Art. 14).</summary>
    Source,

    /// <summary>Whether people must give the data.</summary>
    ProvisionRequirement,

    /// <summary>What happens when people do not give the data.</summary>
    ProvisionConsequence,

    /// <summary>A decision by a machine alone (Art. 22).</summary>
    AutomatedDecision,

    /// <summary>A channel of direct marketing.</summary>
    MarketingChannel,

    /// <summary>A retention rule.</summary>
    RetentionRule,

    /// <summary>The law or guideline behind a retention rule.</summary>
    RetentionSource,

    /// <summary>Why no period can be given.</summary>
    RetentionReason,

    /// <summary>Security measures, in general or of an activity.</summary>
    Security,

    /// <summary>The choice between two laws that contradict each other.</summary>
    ConflictChoice,

    /// <summary>Why that choice was made.</summary>
    ConflictReason,

    /// <summary>A set of backups, with its interval and rotation.</summary>
    Backup,

    /// <summary>How long GdprKit keeps what it remembers itself.</summary>
    OwnEvidence,

    /// <summary>After how long consent expires.</summary>
    ConsentPeriod,

    /// <summary>A channel over which consent is confirmed (double opt-in).</summary>
    ConsentConfirmation,

    /// <summary>Whether people agree to each marketing channel apart.</summary>
    ConsentPerChannel,

    /// <summary>The words in which consent is asked.</summary>
    ConsentQuestion,

    /// <summary>Whether an activity is offered directly to children (Art. 8).</summary>
    AddressesMinors,

    /// <summary>Whether an activity relies on the rule for existing customers.</summary>
    SoftOptIn,
}
