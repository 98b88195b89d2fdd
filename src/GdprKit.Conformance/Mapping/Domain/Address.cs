namespace GdprKit.Conformance;

/// <summary>Where somebody lives; owned by a <see cref="Person"/>, and part of its row.</summary>
public sealed class Address
{
    /// <summary>Street and number.</summary>
    public string Street { get; set; } = "";

    /// <summary>The place.</summary>
    public string City { get; set; } = "";
}
