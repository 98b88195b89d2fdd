namespace GdprKit;

/// <summary>One thing that is wrong with a map of personal data, with where it is and what to do about it.</summary>
/// <param name="Place">Where: the class, with the property where there is one: <c>Customer.Phone</c>. Empty for the map as a whole.</param>
/// <param name="Id">The id, for example <c>GDPR4010</c>; all ids stand in MESSAGES.md.</param>
/// <param name="Fault">What is wrong, in a sentence that names the place.</param>
/// <param name="Remedy">What to do, in a sentence.</param>
/// <param name="Severity">Whether it stops the map from being used.</param>
public sealed record MapFault(string Place, string Id, string Fault, string Remedy, FaultSeverity Severity = FaultSeverity.Error)
{
    /// <summary>One line: <c>GDPR4010: fault remedy</c>.</summary>
    public override string ToString() => $"{Id}: {Fault} {Remedy}";
}
