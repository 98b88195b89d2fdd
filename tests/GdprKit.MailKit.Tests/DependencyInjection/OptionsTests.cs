using GdprKit.Notices;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GdprKit.DependencyInjection;

public sealed class OptionsTests
{
    private readonly RecordedLog<SmtpNoticeTransport> _log = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_section_of_the_configuration_is_read_whole()
    {
        var options = await StartAsync(gdpr => gdpr.UseMailKit(Section(
            ("Host", "smtp.example.nl"), ("Port", "2525"), ("Security", "StartTls"), ("UserName", "shop"), ("Password", "secret"), ("From", "privacy@example.nl"), ("FromName", "De Winkel"),
            ("ReplyTo", "vragen@example.nl"), ("BouncesTo", "bounces@example.nl"), ("MaxConnections", "2"), ("ConnectTimeout", "00:00:10"), ("Timeout", "00:05:00"), ("CheckCertificateRevocation", "false"), ("Folder", "elsewhere"))));

        options.Should().BeEquivalentTo(new SmtpOptions
        {
            Host = "smtp.example.nl",
            Port = 2525,
            Security = SmtpSecurity.StartTls,
            UserName = "shop",
            Password = "secret",
            From = "privacy@example.nl",
            FromName = "De Winkel",
            ReplyTo = "vragen@example.nl",
            BouncesTo = "bounces@example.nl",
            MaxConnections = 2,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            Timeout = TimeSpan.FromMinutes(5),
            CheckCertificateRevocation = false,
            Folder = "elsewhere",
        });
        options.ToString().Should().Be("smtp.example.nl:2525");
    }

    [Fact]
    public async Task With_a_server_mails_are_sent()
    {
        INoticeTransport? transport = null;

        await StartAsync(gdpr => gdpr.UseMailKit(Section(("Host", "smtp.example.nl"), ("From", "privacy@example.nl"))), services => transport = services.GetRequiredService<INoticeTransport>());

        transport.Should().BeOfType<SmtpNoticeTransport>().Which.MostAtOnce.Should().Be(4);
        _log.Lines.Should().BeEmpty();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task Without_a_server_mails_are_written_into_a_folder_and_that_is_said_at_start(string? host)
    {
        INoticeTransport? transport = null;

        await StartAsync(gdpr => gdpr.UseMailKit(Section(("Host", host))), services => transport = services.GetRequiredService<INoticeTransport>());

        var folder = transport.Should().BeOfType<FolderNoticeTransport>().Which.FolderPath;
        folder.Should().Be(Path.Combine(AppContext.BaseDirectory, "mails"));
        _log.Lines.Should().ContainSingle().Which.Should().StartWith("Information GDPR6300: ").And.Contain(folder);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_folder_that_was_asked_for_is_used_whatever_server_there_is(bool folderFirst)
    {
        INoticeTransport? transport = null;
        var folder = Path.GetTempPath();

        await StartAsync(
            gdpr => _ = folderFirst ? gdpr.UseNoticeFolder(folder).UseMailKit(SetServer) : gdpr.UseMailKit(SetServer).UseNoticeFolder(folder),
            services => transport = services.GetRequiredService<INoticeTransport>());

        transport.Should().BeOfType<FolderNoticeTransport>().Which.FolderPath.Should().Be(folder);

        static void SetServer(SmtpOptions options) => (options.Host, options.From) = ("smtp.example.nl", "privacy@example.nl");
    }

    [Theory]
    [InlineData(null, SmtpSecurity.Unspecified, 465)]
    [InlineData(465, SmtpSecurity.Unspecified, 465)]
    [InlineData(null, SmtpSecurity.Tls, 465)]
    [InlineData(null, SmtpSecurity.StartTls, 587)]
    [InlineData(null, SmtpSecurity.UnencryptedOnThisMachine, 25)]
    [InlineData(2525, SmtpSecurity.StartTls, 2525)]
    public void The_port_follows_from_the_encryption(int? port, SmtpSecurity security, int used) =>
        new SmtpOptions { Host = "smtp.example.nl", Port = port, Security = security }.ToString().Should().Be($"smtp.example.nl:{used}");

    [Fact]
    public async Task Everything_that_is_wrong_is_told_at_start_and_together()
    {
        var starting = () => StartAsync(gdpr => gdpr.UseMailKit(options =>
        {
            options.Host = "smtp://smtp.example.nl";
            options.Port = 0;
            options.Security = (SmtpSecurity)9;
            options.UserName = "shop";
            options.From = "De Winkel <privacy@example.nl>";
            options.ReplyTo = "vragen";
            options.MaxConnections = 0;
            options.Timeout = TimeSpan.Zero;
            options.TrustedAuthorityFile = "nowhere.pem";
        }));

        (await starting.Should().ThrowAsync<OptionsValidationException>()).Which.Failures.Select(failure => failure[..8])
            .Should().Equal("GDPR4601", "GDPR4602", "GDPR4603", "GDPR4606", "GDPR4611", "GDPR4609", "GDPR4610", "GDPR4607", "GDPR4608");
    }

    public static TheoryData<string, Action<SmtpOptions>> Faults => new()
    {
        { "GDPR4602", options => options.Port = 65_536 },
        { "GDPR4604", options => options.Security = SmtpSecurity.UnencryptedOnThisMachine },
        { "GDPR4605", options => (options.Security, options.UserName, options.Password) = (SmtpSecurity.UnencryptedOnTrustedNetwork, "shop", "secret") },
        { "GDPR4606", options => options.Password = "secret" },
        { "GDPR4607", options => options.From = null },
        { "GDPR4607", options => options.From = "josé@example.nl" },
        { "GDPR4607", options => options.FromName = "De\r\nWinkel" },
        { "GDPR4608", options => options.BouncesTo = "bounces@example.nl, vragen@example.nl" },
        { "GDPR4609", options => options.MaxConnections = 101 },
        { "GDPR4610", options => options.ConnectTimeout = TimeSpan.FromHours(2) },
        { "GDPR4612", options => (options.Host, options.Folder) = (null, " ") },
        { "GDPR4607", options => (options.Host, options.From) = (null, "nobody") },
    };

    [Theory]
    [MemberData(nameof(Faults), DisableDiscoveryEnumeration = true)]
    public async Task Options_with_which_no_mail_would_go_safely_stop_the_start(string id, Action<SmtpOptions> breakOne)
    {
        var starting = () => StartAsync(gdpr => gdpr.UseMailKit(options =>
        {
            (options.Host, options.From) = ("smtp.example.nl", "privacy@example.nl");
            breakOne(options);
        }));

        (await starting.Should().ThrowAsync<OptionsValidationException>()).Which.Failures.Should().ContainSingle().Which.Should().StartWith($"{id}: ").And.NotContain("secret");
    }

    [Theory]
    [InlineData("localhost", SmtpSecurity.UnencryptedOnThisMachine)]
    [InlineData("127.0.0.1", SmtpSecurity.UnencryptedOnThisMachine)]
    [InlineData("::1", SmtpSecurity.UnencryptedOnThisMachine)]
    [InlineData("relay.example.nl", SmtpSecurity.UnencryptedOnTrustedNetwork)]
    public async Task Mails_go_unencrypted_only_when_that_is_said(string host, SmtpSecurity security)
    {
        var options = await StartAsync(gdpr => gdpr.UseMailKit(options => (options.Host, options.Security, options.From) = (host, security, "privacy@example.nl")));

        options.Security.Should().Be(security);
    }

    private static IConfigurationSection Section(params (string Key, string? Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"Smtp:{setting.Key}", setting.Value))).Build().GetSection("Smtp");

    private async Task<SmtpOptions> StartAsync(Action<GdprKitBuilder> configure, Action<IServiceProvider>? look = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.Replace(ServiceDescriptor.Singleton<ILogger<SmtpNoticeTransport>>(_log));
        builder.Services.AddGdprKit(gdpr => configure(gdpr.UseRegister(TestRegisters.Shop())));
        using var host = builder.Build();
        await host.StartAsync(Token);
        look?.Invoke(host.Services);
        await host.StopAsync(Token);
        return host.Services.GetRequiredService<IOptions<SmtpOptions>>().Value;
    }
}
