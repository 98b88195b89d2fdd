namespace GdprKit.Notices;

/// <summary>A person whose data are held, and how the person is reached.</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
/// <param name="Subject">The person, as the application knows one.</param>
/// <param name="Ref">The person in the ledger; <see langword="null"/> when there is no link yet.</param>
/// <param name="EmailAddress">The address as the application has it, good or not; <see langword="null"/> when there is none.</param>
/// <param name="Language">The language that the person reads; <see langword="null"/> when nobody said, or it is no language.</param>
public sealed record Contact(SubjectId Subject, SubjectRef? Ref, string? EmailAddress, Language? Language)
{
    /// <summary>Whether there is something for an address that the program cannot read; then <see cref="EmailAddress"/> is <see langword="null"/>.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool IsAddressUnreadable { get; init; }

    /// <summary>A person whose row was read.</summary>
    /// <param name="subject">The person.</param>
    /// <param name="person">The person in the ledger; <see langword="null"/> when there is no link yet.</param>
    /// <param name="emailAddress">The address as it is stored; a blank one is none.</param>
    /// <param name="language">The language tag as it is stored: of <c>nl-BE</c> the language is <c>nl</c>.</param>
    public static Contact Of(SubjectId subject, SubjectRef? person, string? emailAddress, string? language) => new(
        subject,
        person,
        string.IsNullOrWhiteSpace(emailAddress) ? null : emailAddress,
        GdprKit.Language.TryParse(language?.Split('-', '_')[0].ToLowerInvariant(), out var known) ? known : null);

    /// <summary>The kind of the person; address, key and ref are withheld.</summary>
    public override string ToString() => Subject.ToString();
}
