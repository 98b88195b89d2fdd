namespace GdprKit.Retention;

/// <summary>What is refused about who does something in the name of the controller. None repeats what identifies somebody.</summary>
internal static class OperatorRefusals
{
    public static FormatException Of(string? text) => new(
        string.IsNullOrWhiteSpace(text) ? $"{OperatorMessages.Missing}: nothing says who does this. Give a reference, such as a staff number: 'staff-7'."
        : text.Contains('@', StringComparison.Ordinal) ? $"{OperatorMessages.Identifies}: who does this is given by an e-mail address, which would stand in the ledger for years. Give a reference that names nobody, such as a staff number: 'staff-7'."
        : $"{OperatorMessages.Malformed}: a text is no reference to who does this. {KeySyntax.Remedy} Name nobody: 'staff-7'.");
}
