namespace GdprKit.Smtp;

/// <summary>Where the server listens, on the loopback address.</summary>
/// <param name="Plain">Without encryption.</param>
/// <param name="Pipelining">Without encryption; takes several commands at once (RFC 2920).</param>
/// <param name="AsciiOnly">Without encryption and without SMTPUTF8.</param>
/// <param name="StartTls">Demands STARTTLS.</param>
/// <param name="Tls">TLS from the first byte.</param>
/// <param name="SignIn">Demands STARTTLS, and then a name and a password.</param>
/// <param name="SignInPlain">Demands a name and a password, without encryption.</param>
public sealed record SmtpPorts(int Plain, int Pipelining, int AsciiOnly, int StartTls, int Tls, int SignIn, int SignInPlain);
