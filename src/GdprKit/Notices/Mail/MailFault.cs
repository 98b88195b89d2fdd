namespace GdprKit.Notices;

/// <summary>Why a mail was not taken over.</summary>
public enum MailFault
{
    /// <summary>Nothing was said.</summary>
    Unspecified = 0,

    /// <summary>The text is no address, or holds a line break, or is longer than an address can be (RFC 5321, 4.5.3.1).</summary>
    AddressMalformed,

    /// <summary>The server cannot carry this address: its local part is not ASCII, and the server has no SMTPUTF8 (RFC 6531).</summary>
    AddressNotSupported,

    /// <summary>The server refused the address for good (5xx after RCPT, RFC 5321, 4.2.1).</summary>
    AddressRefused,

    /// <summary>The server refused the message for good (5xx after DATA).</summary>
    MessageRefused,

    /// <summary>The server refused it for now (4xx after MAIL, RCPT or DATA).</summary>
    TryLater,

    /// <summary>The connection ended after the message was sent and before the server answered: it may have been taken over.</summary>
    AnswerLost,

    /// <summary>The connection ended while the message was being sent: the server never had the whole of it.</summary>
    ConnectionLost,

    /// <summary>The server cannot be reached, or took too long.</summary>
    Unreachable,

    /// <summary>The server is closing its service (421).</summary>
    ServerClosing,

    /// <summary>No safe connection could be made: no TLS, or a certificate that is not trusted.</summary>
    TlsFailed,

    /// <summary>The server does not accept the name and password, or demands some.</summary>
    AuthenticationFailed,

    /// <summary>The server refuses this sender for good (5xx after MAIL).</summary>
    SenderRefused,

    /// <summary>The program could not write the mail: the template or what makes the links failed.</summary>
    MailNotWritten,

    /// <summary>The transport failed instead of answering: the mail may have been taken over.</summary>
    TransportFailed,
}
