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

    /// <summary>What the reader cannot understand in a file; much quicker than judging what it declares.</summary>
    public static IReadOnlyCollection<RegisterFault> Reading(ReadOnlySpan<byte> utf8Json)
    {
        RegisterFile.ReadDeclarations(utf8Json, out var faults);
        return faults;
    }

    /// <summary>The errors of a file, each as one line.</summary>
    public static IReadOnlyList<string> Lines(ReadOnlySpan<byte> utf8Json) =>
        [.. Json(utf8Json).Where(fault => fault.Severity is FaultSeverity.Error).Select(fault => fault.ToString())];
}
