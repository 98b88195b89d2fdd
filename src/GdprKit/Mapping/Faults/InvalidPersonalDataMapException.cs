namespace GdprKit;

/// <summary>A map of personal data that cannot be used. It carries every fault that was found, not only the first.</summary>
public sealed class InvalidPersonalDataMapException : Exception
{
    /// <summary>Makes the exception of these faults.</summary>
    /// <param name="faults">The faults, one or more.</param>
    public InvalidPersonalDataMapException(ValueList<MapFault> faults)
        : base(Describe(faults)) => Faults = faults;

    /// <summary>Everything that was found, warnings included, ordered by place.</summary>
    public ValueList<MapFault> Faults { get; }

    private static string Describe(ValueList<MapFault> faults)
    {
        var errors = faults.Where(fault => fault.Severity is not FaultSeverity.Warning).ToList();
        var heading = errors.Count == 1 ? "The map of personal data has 1 fault." : $"The map of personal data has {errors.Count} faults.";
        return string.Join(Environment.NewLine, errors.Select(fault => $"  {fault}").Prepend(heading));
    }
}
