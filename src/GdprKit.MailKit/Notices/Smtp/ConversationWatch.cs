using MailKit;

namespace GdprKit.Notices;

/// <summary>
/// Sees whether the end of a message was written to the server, and whether the server last said that it closes. Keeps nothing of what it sees.
/// </summary>
internal sealed class ConversationWatch : IProtocolLogger
{
    // A line of a single dot; in the text of a message a dot at the beginning of a line is doubled (RFC 5321, 4.5.2).
    private static readonly byte[] End = [(byte)'\r', (byte)'\n', (byte)'.', (byte)'\r', (byte)'\n'];

    private int _matched;

    /// <summary>Whether the last that the server said is that it closes its service: MailKit tries on where it greets with that.</summary>
    public bool IsClosing { get; private set; }

    public IAuthenticationSecretDetector? AuthenticationSecretDetector { get; set; }

    /// <summary>Whether the last that was written is the end of a message.</summary>
    public bool HasEnded => _matched == End.Length;

    public void LogConnect(Uri uri)
    {
    }

    public void LogClient(byte[] buffer, int offset, int count)
    {
        foreach (var letter in buffer.AsSpan(offset, count)[^Math.Min(count, End.Length)..])
        {
            _matched = _matched < End.Length && letter == End[_matched] ? _matched + 1 : letter == End[0] ? 1 : 0;
        }
    }

    public void LogServer(byte[] buffer, int offset, int count) => IsClosing = buffer.AsSpan(offset, count).StartsWith("421"u8);

    public void Dispose()
    {
    }
}
