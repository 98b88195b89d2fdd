namespace GdprKit;

/// <summary>What is wrong with a register file, as tests ask for it.</summary>
public static class RegisterFaultsOf
{
    /// <summary>Every fault of a file, warnings included; none when it is a register.</summary>
    public static IReadOnlyList<RegisterFault> Json(ReadOnlySpan<byte> utf8Json)
    {
        try
        {
            ProcessingRegister.FromJson(utf8Json);
            return [];
        }
        catch (InvalidRegisterException invalid)
        {
            return [.. invalid.Faults];
        }
    }

    /// <summary>The errors of a file, each as one line.</summary>
    public static IReadOnlyList<string> Lines(ReadOnlySpan<byte> utf8Json) =>
        [.. Json(utf8Json).Where(fault => fault.Severity is FaultSeverity.Error).Select(fault => fault.ToString())];

    /// <summary>Whether a fault is one of the file's own, not of what it declares.</summary>
    public static bool IsOfTheFile(this RegisterFault fault) => fault.Id.StartsWith("GDPR42", StringComparison.Ordinal);
}
