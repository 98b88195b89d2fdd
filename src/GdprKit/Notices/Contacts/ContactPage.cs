namespace GdprKit.Notices;

/// <summary>What came of a <see cref="ContactQuery"/>.</summary>
/// <param name="Contacts">The people, each once.</param>
/// <param name="Next">Where to go on, at most 4,000 bytes; <see langword="null"/> when these were the last. It can hold a key, so it belongs in no log.</param>
public sealed record ContactPage(ValueList<Contact> Contacts, ValueList<byte>? Next)
{
    /// <summary>How many rows were passed over, because they are people whose key cannot be read, is empty, or is too long to be linked. From the first page to the last each is counted once.</summary>
    /// <value>The default is 0.</value>
    public long Unidentified { get; init; }

    /// <summary>The number of people; they are withheld.</summary>
    public override string ToString() => $"{Contacts.Count} contacts";
}
