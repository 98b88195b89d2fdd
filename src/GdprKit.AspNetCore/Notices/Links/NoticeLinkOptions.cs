namespace GdprKit;

/// <summary>Where mails and letters about the notice lead to.</summary>
/// <remarks>Not safe for use by several threads while it is changed.</remarks>
public sealed class NoticeLinkOptions
{
    /// <summary>
    /// Where the pages of <c>MapGdprKit</c> are for people outside, as <c>https://www.shop.example/privacy</c>. This or <see cref="FindAddress"/> is required: a mail is not
    /// written while somebody visits, so no request tells it.
    /// </summary>
    public Uri? Address { get; set; }

    /// <summary>Finds <see cref="Address"/> each time a mail is written, where it is known only once the site listens; <see langword="null"/>, the default, for not.</summary>
    public Func<Uri>? FindAddress { get; set; }
}
