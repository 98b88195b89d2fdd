namespace GdprKit;

/// <summary>
/// What a record of processing holds beyond the law: what the templates of supervisory authorities ask besides Art. 30(1).
/// </summary>
public enum RecordDetailKind
{
    /// <summary>Nothing was said; no detail has it.</summary>
    Unspecified = 0,

    /// <summary>The lawful basis (Art. 6(1)).</summary>
    LawfulBasis,

    /// <summary>Where the balancing test of a legitimate interest is kept (Art. 6(1)(f)).</summary>
    BalancingTest,

    /// <summary>The exception under which special categories are used (Art. 9(2)).</summary>
    SpecialCategoryCondition,

    /// <summary>The special categories among the data (Art. 9(1)), apart.</summary>
    SpecialCategories,

    /// <summary>The data about criminal convictions and offences (Art. 10), apart, with the law that allows their use.</summary>
    CriminalOffences,

    /// <summary>The national identification numbers (Art. 87), apart, with the law that prescribes their use.</summary>
    NationalNumbers,

    /// <summary>The recipients that are processors (Art. 28).</summary>
    Processors,

    /// <summary>Where data come from that the person did not give (Art. 14(2)(f)).</summary>
    Sources,

    /// <summary>A decision that is taken by a machine alone (Art. 22).</summary>
    AutomatedDecision,

    /// <summary>Where the data protection impact assessment is kept (Art. 35).</summary>
    ImpactAssessment,

    /// <summary>The rights that people have (Art. 15-22, 7(3) and 77).</summary>
    Rights,

    /// <summary>The choices between laws that contradict each other about the time limits, with their reasons.</summary>
    ConflictChoices,

    /// <summary>How long consent lasts, how it is confirmed, what children need, and the rule for existing customers (Art. 7, 8; art. 13(2) ePrivacy Directive).</summary>
    ConsentTerms,
}
