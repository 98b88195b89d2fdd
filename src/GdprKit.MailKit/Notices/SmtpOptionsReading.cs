namespace GdprKit.Notices;

/// <summary>What options mean where they leave something out.</summary>
internal static class SmtpOptionsReading
{
    private const int TlsPort = 465;

    private const int SubmissionPort = 587;

    private const int RelayPort = 25;

    public static bool HasServer(this SmtpOptions options) => !string.IsNullOrWhiteSpace(options.Host);

    public static bool SignsIn(this SmtpOptions options) => !string.IsNullOrEmpty(options.UserName);

    public static SmtpSecurity SecurityOrDefault(this SmtpOptions options) => options.Security is not SmtpSecurity.Unspecified
        ? options.Security
        : options.Port is null or TlsPort ? SmtpSecurity.Tls : SmtpSecurity.StartTls;

    public static int PortOrDefault(this SmtpOptions options) => options.Port ?? options.SecurityOrDefault() switch
    {
        SmtpSecurity.Tls => TlsPort,
        SmtpSecurity.StartTls => SubmissionPort,
        _ => RelayPort,
    };

    public static string FullFolder(this SmtpOptions options) => Path.Combine(AppContext.BaseDirectory, options.Folder);
}
