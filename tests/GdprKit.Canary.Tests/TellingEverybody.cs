using GdprKit.Notices;
using GdprKit.Subjects;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace GdprKit.Canary;

/// <summary>Telling people of the notice by mail, over every transport, and what can go wrong with each.</summary>
/// <param name="host">The host.</param>
/// <param name="watch">What hears it.</param>
/// <param name="port">The port of a mail server; <see langword="null"/> where there is none.</param>
internal sealed class TellingEverybody(CanaryHost host, Watch watch, int? port) : CanaryRun(host, watch)
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gdprkit-canary-").FullName;

    public async Task RunAsync()
    {
        NoticeVersion? version = null;
        await DoAsync("publishing", async services =>
        {
            var versions = services.GetRequiredService<NoticeVersions>();
            var proposal = await versions.ProposeAsync(cancellationToken: Token);
            version = await versions.PublishAsync(new NoticePublication { Version = proposal.Digest, Significance = proposal.Significance }, cancellationToken: Token);
            return await services.GetRequiredService<NoticeCampaigns>().StartAsync(version, cancellationToken: Token);
        });
        await FailEverywhereAsync(version!);
        await SucceedAsync(version!);
        await FollowAsync(version!);
        Directory.Delete(_folder, recursive: true);
    }

    private async Task FailEverywhereAsync(NoticeVersion version)
    {
        (await SendAsync(version, Smtp(port: 1))).Stalled.Should().Be(MailFault.Unreachable);
        (await SendAsync(version, new Broken())).Failures.Should().Be(2, "both are tried, and the transport quotes their addresses");
        var file = Path.Combine(_folder, "file");
        await File.WriteAllTextAsync(file, "", Token);
        (await SendAsync(version, Folder(file))).Stalled.Should().NotBeNull("a folder cannot be where a file is");
        if (port is { } listening)
        {
            (await SendAsync(version, Smtp(listening, from: "mail-550@shop.example"))).Stalled.Should().Be(MailFault.SenderRefused);
            (await SendAsync(version, Smtp(listening))).Should().Match<NoticeSendingResult>(result => result.Sent == 1 && result.Unreachable == 1, "the server refuses one, and quotes the address");
        }
    }

    private async Task SucceedAsync(NoticeVersion version)
    {
        await DoAsync("queueing again", async services => await services.GetRequiredService<NoticeCampaigns>().RequeueAsync(version, cancellationToken: Token));
        (await SendAsync(version, Folder(_folder))).Sent.Should().BePositive();
        foreach (var mail in Directory.GetFiles(_folder, "*.eml"))
        {
            Watch.Write("name of a mail", mail);
        }
    }

    private async Task FollowAsync(NoticeVersion version)
    {
        await DoAsync("a bounce", async services => await services.GetRequiredService<NoticeCampaigns>().RecordBounceAsync(Piet, version, Token));
        await DoAsync("letters", async services => await services.GetRequiredService<NoticeCampaigns>().RecordLettersAsync(version, [Piet, Jan], Language.Dutch, Token));
        await DoAsync("having read it", async services => await services.GetRequiredService<NoticeAcknowledgements>().AcknowledgeAsync(
            Piet,
            new Acknowledgement { Version = version.Digest, Language = Language.Dutch, Means = AcknowledgementMeans.Phone, Label = "Ik heb de privacyverklaring gelezen.", Note = Canaries.Note },
            Token));
        await DoAsync("a report", async services => await services.GetRequiredService<NoticeCampaigns>().ReportAsync(version, Token));
        await DoAsync("contacts", async services =>
        {
            var query = new ContactQuery([ShopKeys.Customers], Ledger.StreamKind.Parse("canary"), Ledger.StreamKey.Empty);
            var page = await services.GetRequiredService<IContactSource>().ReadWithoutHeadAsync(query, Token);
            page.Contacts.Should().HaveCountGreaterThanOrEqualTo(2);
            return $"{query} {page} {string.Join(' ', page.Contacts)}";
        });
        await DoAsync("links", async services =>
        {
            foreach (var link in await services.GetRequiredService<ISubjectDirectory>().FindBySubjectAsync([Piet, Jan], Token))
            {
                Watch.Add(link.Ref);
            }

            return null;
        });
    }

    private async Task<NoticeSendingResult> SendAsync(NoticeVersion version, INoticeTransport transport)
    {
        Host.Clock.Advance(Duration.FromHours(3));
        var result = new NoticeSendingResult();
        await DoAsync("sending", async services =>
        {
            services.GetRequiredService<SwitchedTransport>().Inner = transport;
            return result = await services.GetRequiredService<NoticeSending>().SendAsync(version, cancellationToken: Token);
        });
        (transport as IDisposable)?.Dispose();
        return result;
    }

    private SmtpNoticeTransport Smtp(int port, string from = "privacy@shop.example") => new(
        new SmtpOptions { Host = "127.0.0.1", Port = port, Security = SmtpSecurity.UnencryptedOnThisMachine, From = from, MaxConnections = 1 },
        Host.Clock,
        Host.Services.GetRequiredService<ILogger<SmtpNoticeTransport>>());

    private FolderNoticeTransport Folder(string path) => new(
        new SmtpOptions { Folder = path, From = "privacy@shop.example" }, Host.Clock, Host.Services.GetRequiredService<ILogger<FolderNoticeTransport>>());

    /// <summary>One that fails as careless programs do.</summary>
    private sealed class Broken : INoticeTransport
    {
        public int MostAtOnce => 1;

        public ValueTask<MailOutcome> SendAsync(NoticeMail mail, CancellationToken cancellationToken) => throw new FormatException($"{mail.To} is no address: {mail.Text}");
    }
}
