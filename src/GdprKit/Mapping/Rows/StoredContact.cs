namespace GdprKit.Mapping;

/// <summary>A row that is a person, and what it says of how the person is reached.</summary>
/// <param name="Kind">The kind of the person.</param>
/// <param name="Subject">Who it is; <see langword="null"/> where a part of the key is an empty text, so that nobody can say.</param>
/// <param name="EmailAddress">What the field with the role <see cref="FieldRole.EmailAddress"/> holds, good or not; <see langword="null"/> when there is none.</param>
/// <param name="Language">What the field with the role <see cref="FieldRole.Language"/> holds; <see langword="null"/> when there is none.</param>
public sealed record StoredContact(Key<SubjectKind> Kind, SubjectId? Subject, string? EmailAddress, string? Language)
{
    /// <summary>Whether there is something for an address that the class of the application fails to give; then <see cref="EmailAddress"/> is <see langword="null"/>.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool IsAddressUnreadable { get; init; }

    /// <summary>The kind of the person; key and address are withheld.</summary>
    public override string ToString() => Kind.ToString();
}
