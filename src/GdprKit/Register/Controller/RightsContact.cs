namespace GdprKit;

/// <summary>
/// Where people exercise their rights (Art. 12(2)): the privacy notice names it with every right. What is not given here
/// is taken from the controller's own contact details.
/// </summary>
public sealed record RightsContact
{
    /// <summary>
    /// The page on which a request can be made, absolute or relative to the application's root (<c>/privacy/centre</c>);
    /// <see langword="null"/> when there is none.
    /// </summary>
    public Uri? Page { get; init; }

    /// <summary>The e-mail address for requests, or <see langword="null"/>.</summary>
    public string? Email { get; init; }

    /// <summary>The telephone number for requests, or <see langword="null"/>.</summary>
    public string? Phone { get; init; }
}
