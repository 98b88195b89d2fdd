namespace GdprKit;

/// <summary>The answer of a record of processing to one thing that Art. 30(1) asks: it is there, does not apply, or is missing.</summary>
/// <remarks>Immutable, compared by value. Safe for use by several threads.</remarks>
public abstract record RecordField
{
    private RecordField()
    {
    }

    /// <summary>What is asked.</summary>
    public required RecordRequirement Requirement { get; init; }

    /// <summary>Where it is asked: <c>30(1)(a)</c> to <c>30(1)(g)</c>; <c>30(1)</c> when nothing was said.</summary>
    public string Article => Requirement switch
    {
        RecordRequirement.Controller or RecordRequirement.JointControllers => "30(1)(a)",
        RecordRequirement.Representative or RecordRequirement.DataProtectionOfficer => "30(1)(a)",
        RecordRequirement.Purposes => "30(1)(b)",
        RecordRequirement.DataSubjects or RecordRequirement.PersonalData => "30(1)(c)",
        RecordRequirement.Recipients => "30(1)(d)",
        RecordRequirement.Transfers or RecordRequirement.TransferSafeguards => "30(1)(e)",
        RecordRequirement.TimeLimits => "30(1)(f)",
        RecordRequirement.SecurityMeasures => "30(1)(g)",
        _ => "30(1)",
    };

    /// <summary>What must be there: the lines, or the fault when there are none.</summary>
    internal static RecordField Required(RecordRequirement requirement, IEnumerable<string> lines, RegisterFault otherwise) =>
        Filled(lines) is { IsEmpty: false } filled
            ? new Present(filled) { Requirement = requirement }
            : new Missing(otherwise) { Requirement = requirement };

    /// <summary>What must be there where it applies: the lines, or why it does not apply when there are none.</summary>
    internal static RecordField WhereApplicable(RecordRequirement requirement, IEnumerable<string> lines, string otherwise) =>
        Filled(lines) is { IsEmpty: false } filled
            ? new Present(filled) { Requirement = requirement }
            : new NotApplicable(otherwise) { Requirement = requirement };

    private static ValueList<string> Filled(IEnumerable<string> lines) => lines.Where(line => !string.IsNullOrWhiteSpace(line)).ToValueList();

    /// <summary>The register says it.</summary>
    /// <param name="Lines">What it says in the language of the record, one line or more: one per purpose, category, recipient, rule.</param>
    public sealed record Present(ValueList<string> Lines) : RecordField;

    /// <summary>It is asked only where it applies, and here it does not.</summary>
    /// <param name="Reason">Why, in a sentence in the language of the record.</param>
    public sealed record NotApplicable(string Reason) : RecordField;

    /// <summary>The register does not say it, and should.</summary>
    /// <param name="Fault">What is missing and where to declare it; a warning, because the rest of the record can be used.</param>
    public sealed record Missing(RegisterFault Fault) : RecordField;
}
