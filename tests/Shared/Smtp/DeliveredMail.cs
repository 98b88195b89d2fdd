using System.Text;

namespace GdprKit.Smtp;

/// <summary>A mail that the server took over.</summary>
/// <param name="From">The sender of the envelope.</param>
/// <param name="To">The recipients of the envelope.</param>
/// <param name="Options">What was said of it beside the sender, as <c>SMTPUTF8</c>.</param>
/// <param name="Encrypted">Whether it came over TLS.</param>
/// <param name="SignedIn">Whether the client had signed in.</param>
/// <param name="Content">The message, byte by byte.</param>
public sealed record DeliveredMail(string From, string[] To, string[] Options, bool Encrypted, bool SignedIn, byte[] Content)
{
    /// <summary>The message as it stands.</summary>
    public string Source => Encoding.UTF8.GetString(Content);

    /// <summary>The lines of its header, unfolded.</summary>
    public string[] Headers => Source[..Source.IndexOf("\r\n\r\n", StringComparison.Ordinal)].Replace("\r\n\t", " ", StringComparison.Ordinal).Replace("\r\n ", " ", StringComparison.Ordinal).Split("\r\n");
}
