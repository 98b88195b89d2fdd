using GdprKit.Notices;

namespace GdprKit;

/// <summary>Where mails about privacy notices go, and from whom they come.</summary>
/// <remarks>Judged when the host starts, all faults together. Not safe for use by several threads while it is being changed.</remarks>
public sealed class SmtpOptions
{
    /// <summary>The mail server, a name or an IP address. While there is none, mails are written into <see cref="Folder"/>.</summary>
    /// <value>Default: <see langword="null"/>.</value>
    public string? Host { get; set; }

    /// <summary>The port of the server.</summary>
    /// <value>Default: <see langword="null"/>, the port that goes with <see cref="Security"/>.</value>
    public int? Port { get; set; }

    /// <summary>How the connection is encrypted.</summary>
    /// <value>Default: <see cref="SmtpSecurity.Unspecified"/>, TLS: which kind follows from the port.</value>
    public SmtpSecurity Security { get; set; }

    /// <summary>The name to sign in with.</summary>
    /// <value>Default: <see langword="null"/>, not signing in.</value>
    public string? UserName { get; set; }

    /// <summary>The password to sign in with. It belongs in a store of secrets, not in a file that is committed.</summary>
    /// <value>Default: <see langword="null"/>.</value>
    public string? Password { get; set; }

    /// <summary>The address from which the mails come, the controller's. Required for a server; in a folder it is made up while it is missing.</summary>
    /// <value>Default: <see langword="null"/>.</value>
    public string? From { get; set; }

    /// <summary>The name beside that address.</summary>
    /// <value>Default: <see langword="null"/>, the address alone.</value>
    public string? FromName { get; set; }

    /// <summary>The address that answers of people go to.</summary>
    /// <value>Default: <see langword="null"/>, <see cref="From"/>.</value>
    public string? ReplyTo { get; set; }

    /// <summary>The address that reports of mails that could not be delivered go to (the sender of the envelope, RFC 5321, 4.4).</summary>
    /// <value>Default: <see langword="null"/>, <see cref="From"/>.</value>
    public string? BouncesTo { get; set; }

    /// <summary>How many connections are open at most, and so how many mails are handed over at the same time.</summary>
    /// <value>Default: 4. From 1 to 100.</value>
    public int MaxConnections { get; set; } = 4;

    /// <summary>How long to wait until a connection is made, encrypted and signed in.</summary>
    /// <value>Default: 30 seconds. Up to an hour.</value>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long to wait for each answer of the server. Whoever waits shorter than the server works sends mails twice.</summary>
    /// <value>Default: 10 minutes (RFC 5321, 4.5.3.2.6). Up to an hour.</value>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// A PEM file with certificates of authorities of one's own, for a server whose certificate no public authority issued; a relative path
    /// starts at the folder of the application (<see cref="AppContext.BaseDirectory"/>). With it, only they are trusted, and revocation is not asked for.
    /// </summary>
    /// <value>Default: <see langword="null"/>, the authorities that the machine trusts.</value>
    public string? TrustedAuthorityFile { get; set; }

    /// <summary>Whether the issuer is asked if it revoked the certificate of the server. Without an answer there is no connection.</summary>
    /// <value>Default: <see langword="true"/>.</value>
    public bool CheckCertificateRevocation { get; set; } = true;

    /// <summary>
    /// The folder that mails are written into while there is no <see cref="Host"/>; a relative path starts at the folder of the application
    /// (<see cref="AppContext.BaseDirectory"/>).
    /// </summary>
    /// <value>Default: <c>mails</c>.</value>
    public string Folder { get; set; } = "mails";

    /// <summary>The server; user name and password are withheld.</summary>
    public override string ToString() => Host is { Length: > 0 } ? $"{Host}:{this.PortOrDefault()}" : Folder;
}
