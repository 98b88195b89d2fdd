namespace GdprKit;

/// <summary>A register that cannot be used. It carries every fault that was found, not only the first.</summary>
public sealed class InvalidRegisterException : Exception
{
    /// <summary>Makes the exception of these faults.</summary>
    /// <param name="faults">The faults, one or more.</param>
    public InvalidRegisterException(ValueList<RegisterFault> faults)
        : base(Describe(faults)) => Faults = faults;

    /// <summary>Everything that was found, warnings included, ordered by path.</summary>
    public ValueList<RegisterFault> Faults { get; }

    private static string Describe(ValueList<RegisterFault> faults)
    {
        var errors = faults.Where(fault => fault.Severity is not FaultSeverity.Warning).ToList();
        var heading = errors.Count == 1 ? "The register has 1 fault." : $"The register has {errors.Count} faults.";
        return string.Join(Environment.NewLine, errors.Select(fault => $"  {fault}").Prepend(heading));
    }
}
