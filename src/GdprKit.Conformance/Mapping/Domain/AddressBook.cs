namespace GdprKit.Conformance;

/// <summary>A row that owns a collection. A store that cannot keep one leaves it out.</summary>
public sealed class AddressBook
{
    /// <summary>The primary key; given by the suite, not by the store.</summary>
    public int Id { get; set; }

    /// <summary>The key of the person.</summary>
    public string PersonCode { get; set; } = "";

    /// <summary>Any number of telephones.</summary>
    public ICollection<PhoneNumber> Phones { get; } = [];
}
