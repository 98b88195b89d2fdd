namespace GdprKit;

/// <summary>A privacy notice that must not be shown. It carries every fault that was found, not only the first.</summary>
public sealed class InvalidNoticeException : Exception
{
    internal InvalidNoticeException(ValueList<NoticeFault> faults)
        : base(Describe(faults)) => Faults = faults;

    /// <summary>Everything that was found.</summary>
    public ValueList<NoticeFault> Faults { get; }

    private static string Describe(ValueList<NoticeFault> faults)
    {
        var heading = faults.Count == 1 ? "The privacy notice has 1 fault." : $"The privacy notice has {faults.Count} faults.";
        return string.Join(Environment.NewLine, faults.Select(fault => $"  {fault}").Prepend(heading));
    }
}
