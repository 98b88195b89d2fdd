namespace GdprKit;

/// <summary>One thing that is wrong with a register, with where it is and what to do about it.</summary>
/// <param name="Path">
/// Where: the keys from the top of the register file, joined by slashes, as a JSON pointer writes them (RFC 6901):
/// <c>/activities/newsletter/basis</c>. Empty for the register as a whole.
/// </param>
/// <param name="Id">The id, for example <c>GDPR4101</c>; all ids stand in MESSAGES.md.</param>
/// <param name="Fault">What is wrong, in a sentence.</param>
/// <param name="Remedy">What to do, in a sentence.</param>
/// <param name="Severity">Whether it stops the register from being used.</param>
public sealed record RegisterFault(string Path, string Id, string Fault, string Remedy, FaultSeverity Severity = FaultSeverity.Error)
{
    /// <summary>One line: <c>GDPR4101 /activities/newsletter/basis: fault remedy</c>.</summary>
    public override string ToString() => Path.Length == 0 ? $"{Id}: {Fault} {Remedy}" : $"{Id} {Path}: {Fault} {Remedy}";
}
