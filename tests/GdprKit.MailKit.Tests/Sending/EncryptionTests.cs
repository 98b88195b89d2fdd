namespace GdprKit.Notices;

public sealed class EncryptionTests(SmtpServer server) : SmtpTest(server)
{
    private const string Password = "right horse";

    [SmtpTheory]
    [InlineData(SmtpSecurity.Tls)]
    [InlineData(SmtpSecurity.StartTls)]
    public async Task A_mail_goes_encrypted_to_a_server_that_is_trusted(SmtpSecurity security)
    {
        var mail = Mail();
        var options = await OptionsAsync(security);
        options.TrustedAuthorityFile = await Server.AuthorityFileAsync();

        (await SendAsync(options, mail)).Should().Be(new MailOutcome.Accepted());

        (await Server.FindAsync(mail.MessageId)).Should().ContainSingle().Which.Encrypted.Should().BeTrue();
    }

    [SmtpTheory]
    [InlineData(SmtpSecurity.Tls)]
    [InlineData(SmtpSecurity.StartTls)]
    public async Task No_mail_goes_to_a_server_whose_certificate_is_not_trusted(SmtpSecurity security)
    {
        var mail = Mail();

        (await SendAsync(await OptionsAsync(security), mail)).Should().Be(new MailOutcome.Stalled(MailFault.TlsFailed));

        (await Server.FindAsync(mail.MessageId)).Should().BeEmpty();
        Log.Lines.Should().ContainSingle().Which.Should().Contain("TlsFailed");
    }

    [SmtpTheory]
    [InlineData(SmtpSecurity.Tls)]
    [InlineData(SmtpSecurity.StartTls)]
    public async Task No_mail_goes_to_a_server_of_another_authority_or_another_name(SmtpSecurity security)
    {
        var other = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await File.WriteAllTextAsync(other, ServerCertificate.Create().Authority, Token);
        try
        {
            var options = await OptionsAsync(security);
            options.TrustedAuthorityFile = other;
            (await SendAsync(options, Mail())).Should().Be(new MailOutcome.Stalled(MailFault.TlsFailed));

            options.TrustedAuthorityFile = await Server.AuthorityFileAsync();
            options.Host = "localhost";
            (await SendAsync(options, Mail())).Should().Be(new MailOutcome.Stalled(MailFault.TlsFailed));
        }
        finally
        {
            File.Delete(other);
        }
    }

    [SmtpFact]
    public async Task No_mail_goes_where_encryption_is_asked_for_and_not_offered()
    {
        var mail = Mail();
        var port = (await Server.PortsAsync()).Plain;

        (await SendAsync(Options(port, SmtpSecurity.StartTls), mail)).Should().Be(new MailOutcome.Stalled(MailFault.TlsFailed));
        (await SendAsync(Options(port, SmtpSecurity.Tls), mail)).Should().Be(new MailOutcome.Stalled(MailFault.TlsFailed));

        (await Server.FindAsync(mail.MessageId)).Should().BeEmpty();
    }

    [SmtpFact]
    public async Task A_mail_goes_after_signing_in()
    {
        var mail = Mail();

        (await SendAsync(await SigningInAsync("shop", Password), mail)).Should().Be(new MailOutcome.Accepted());

        (await Server.FindAsync(mail.MessageId)).Should().ContainSingle().Which.SignedIn.Should().BeTrue();
    }

    [SmtpTheory]
    [InlineData("shop", "wrong horse")]
    [InlineData(null, null)]
    public async Task Who_is_not_let_in_is_told_so_and_no_password_is_logged(string? userName, string? password)
    {
        (await SendAsync(await SigningInAsync(userName, password), Mail())).Should().Be(new MailOutcome.Stalled(MailFault.AuthenticationFailed));

        Log.Lines.Should().ContainSingle().Which.Should().Contain("AuthenticationFailed").And.NotContain("horse");
    }

    [SmtpFact]
    public async Task Signing_in_to_a_server_that_knows_nobody_fails()
    {
        var options = Options((await Server.PortsAsync()).Plain);
        (options.UserName, options.Password) = ("shop", Password);

        (await SendAsync(options, Mail())).Should().Be(new MailOutcome.Stalled(MailFault.AuthenticationFailed));
    }

    private async Task<SmtpOptions> OptionsAsync(SmtpSecurity security)
    {
        var ports = await Server.PortsAsync();
        return Options(security is SmtpSecurity.Tls ? ports.Tls : ports.StartTls, security);
    }

    private async Task<SmtpOptions> SigningInAsync(string? userName, string? password)
    {
        var options = Options((await Server.PortsAsync()).SignIn, SmtpSecurity.StartTls);
        (options.UserName, options.Password, options.TrustedAuthorityFile) = (userName, password, await Server.AuthorityFileAsync());
        return options;
    }
}
