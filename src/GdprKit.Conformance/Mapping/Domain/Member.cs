namespace GdprKit.Conformance;

/// <summary>A person who is a member as well: a derived entity. A store without inheritance leaves it out.</summary>
public sealed class Member : Person
{
    /// <summary>What the member is honoured for.</summary>
    public string? Honour { get; set; }
}
