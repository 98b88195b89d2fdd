namespace GdprKit.Conformance;

/// <summary>An item that an <see cref="AddressBook"/> owns.</summary>
public sealed class PhoneNumber
{
    /// <summary>The number.</summary>
    public string Number { get; set; } = "";
}
