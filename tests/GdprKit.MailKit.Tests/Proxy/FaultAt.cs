namespace GdprKit.Notices;

/// <summary>Where in a conversation something goes wrong.</summary>
public enum FaultAt
{
    Nowhere,
    Connect,
    Ehlo,
    Noop,
    Mail,
    Rcpt,
    Data,

    /// <summary>In the middle of the message.</summary>
    Message,

    /// <summary>The server has the whole message, and its answer is not passed on.</summary>
    Answer,
}
