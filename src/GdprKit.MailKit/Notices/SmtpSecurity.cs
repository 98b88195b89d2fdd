namespace GdprKit;

/// <summary>How a connection with a mail server is encrypted. What is asked for is demanded: there is no falling back to less.</summary>
public enum SmtpSecurity
{
    /// <summary>Nothing was said: <see cref="Tls"/> on port 465 or where no port is given, <see cref="StartTls"/> on every other.</summary>
    Unspecified = 0,

    /// <summary>TLS from the first byte (RFC 8314, 3.3). Its port is 465.</summary>
    Tls,

    /// <summary>TLS after the command STARTTLS (RFC 3207); a server that does not offer it gets no mail. Its port is 587.</summary>
    StartTls,

    /// <summary>No encryption, to a server on this machine: a loopback address or <c>localhost</c>. Its port is 25.</summary>
    UnencryptedOnThisMachine,

    /// <summary>
    /// No encryption, to another machine, over a network that the operator answers for: whoever can listen there reads names and addresses.
    /// Never with a password. Its port is 25.
    /// </summary>
    UnencryptedOnTrustedNetwork,
}
