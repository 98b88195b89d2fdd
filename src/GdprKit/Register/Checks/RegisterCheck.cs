namespace GdprKit;

/// <summary>
/// The one place where a register is judged, whether code or a file declared it. It finds everything that is wrong, not only
/// the first thing, and gives the declarations one form, whatever the order they were made in.
/// </summary>
internal static class RegisterCheck
{
    private static readonly Func<RegisterDeclarations, IEnumerable<RegisterFault>>[] Topics =
    [
        LanguageCheck.Find,
        TextCheck.Find,
        KeyCheck.Find,
        ReferenceCheck.Find,
        RepetitionCheck.Find,
        UseCheck.Find,
        SpecificationCheck.Find,
        CitationCheck.Find,
        ControllerCheck.Find,
        ContactCheck.Find,
        BasisCheck.Find,
        SensitivityCheck.Find,
        ConsentCheck.Find,
        VocabularyCheck.Find,
        AutomatedDecisionCheck.Find,
        RecipientCheck.Find,
        TransferCheck.Find,
        RetentionCheck.Find,
        CoverageCheck.Find,
        PeriodCheck.Find,
        ConflictCheck.Find,
        BackupCheck.Find,
    ];

    /// <summary>Makes the register of these declarations.</summary>
    /// <param name="declarations">What the builder or the file declared, in the order in which it did.</param>
    /// <param name="readingFaults">What the builder or the file could not understand.</param>
    /// <exception cref="InvalidRegisterException">Something is wrong; the exception carries all of it.</exception>
    public static ProcessingRegister Accept(RegisterDeclarations declarations, IReadOnlyCollection<RegisterFault> readingFaults)
    {
        var found = Topics.SelectMany(find => find(declarations)).ToList();
        var faults = readingFaults
            .Concat(FaultConsequences.LeaveOut(found, readingFaults))
            .Distinct()
            .OrderBy(fault => fault.Path, StringComparer.Ordinal)
            .ThenBy(fault => fault.Id, StringComparer.Ordinal)
            .ThenBy(fault => fault.Fault, StringComparer.Ordinal)
            .ToValueList();

        return faults.All(fault => fault.Severity is FaultSeverity.Warning)
            ? new ProcessingRegister(NormalForm.Of(declarations), faults)
            : throw new InvalidRegisterException(faults);
    }
}
