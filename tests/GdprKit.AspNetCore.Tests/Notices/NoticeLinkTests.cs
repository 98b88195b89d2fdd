using System.Net;
using GdprKit.Notices;
using GdprKit.Subjects;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Testing;

namespace GdprKit;

/// <summary>The link of a mail, and the pages of what was published.</summary>
public sealed class NoticeLinkTests : IAsyncLifetime
{
    private static readonly SubjectId Ann = SubjectId.Of(Webshop.Customers, 7);

    private readonly FakeClock _clock = new(Instant.FromUtc(2026, 11, 27, 12, 0));

    private Host _host = null!;

    private NoticeVersion _version = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _host = await StartAsync(HostRegister.Create());
        _version = await PublishAsync(_host);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("nl", "Ik heb de privacyverklaring gelezen", "Dank je.")]
    [InlineData("en", "I have read the privacy notice", "Thank you.")]
    public async Task The_button_records_that_the_person_read_it_and_with_which_words(string language, string label, string thanks)
    {
        var link = await LinkAsync(language: Language.Parse(language));
        var page = await _host.Client.GetStringAsync(link, Token);
        page.Should().Contain($">{label}</button>").And.Contain("<form method=\"post\">");

        using var response = await PostAsync(link, _version);

        response.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        response.Headers.Location!.ToString().Should().Be(link.AbsolutePath);
        (await FindAsync()).Should().Match<NoticeDelivery>(delivery =>
            delivery.Status == NoticeDeliveryStatus.Acknowledged && delivery.Means == AcknowledgementMeans.Link && delivery.Language == Language.Parse(language) && delivery.Version == _version.Digest);
        (await _host.Client.GetStringAsync(link, Token)).Should().Contain(thanks).And.NotContain("<button");
    }

    [Fact]
    public async Task Opening_the_link_changes_nothing_however_often_and_whoever_does()
    {
        var link = await LinkAsync();

        for (var i = 0; i < 3; i++)
        {
            (await _host.Client.GetAsync(link, Token)).StatusCode.Should().Be(HttpStatusCode.OK);
            using var head = new HttpRequestMessage(HttpMethod.Head, link);
            (await _host.Client.SendAsync(head, Token)).StatusCode.Should().Be(HttpStatusCode.OK);
        }

        (await FindAsync()).Status.Should().Be(NoticeDeliveryStatus.Unknown);
    }

    [Fact]
    public async Task Sent_twice_it_is_recorded_once()
    {
        var link = await LinkAsync();

        await PostAsync(link, _version);
        var first = await FindAsync();
        _clock.Advance(Duration.FromHours(1));
        await PostAsync(link, _version);

        (await FindAsync()).Should().Be(first);
    }

    [Fact]
    public async Task The_page_is_kept_by_nobody_and_tells_no_other_site_where_it_was()
    {
        using var response = await _host.Client.GetAsync(await LinkAsync(), Token);

        response.Headers.CacheControl!.NoStore.Should().BeTrue();
        response.Headers.GetValues("Referrer-Policy").Should().Equal("no-referrer");
        response.Headers.GetValues("Content-Security-Policy").Single().Should().Contain("form-action 'self'").And.Contain("default-src 'none'").And.Contain("frame-ancestors 'none'");
        (await response.Content.ReadAsStringAsync(Token)).Should().NotContain("<script");
    }

    [Fact]
    public async Task A_link_that_was_changed_anywhere_is_refused_in_words()
    {
        var path = (await LinkAsync()).AbsolutePath;
        var begin = path.LastIndexOf('/') + 1;

        for (var i = begin; i < path.Length - 1; i += 7)
        {
            var changed = $"{path[..i]}{(path[i] == 'A' ? 'B' : 'A')}{path[(i + 1)..]}";
            await ExpectRefusedAsync(new Uri(_host.Client.BaseAddress!, changed));
        }

        await ExpectRefusedAsync(new Uri(_host.Client.BaseAddress!, path[..^10]));
        await ExpectRefusedAsync(new Uri(_host.Client.BaseAddress!, "/privacy/confirm/x"));
        (await FindAsync()).Status.Should().Be(NoticeDeliveryStatus.Unknown);
    }

    [Fact]
    public async Task A_link_expires()
    {
        var link = await LinkAsync(validFor: Duration.FromDays(90));
        _clock.Advance(Duration.FromDays(90) - Duration.FromSeconds(1));
        (await _host.Client.GetAsync(link, Token)).StatusCode.Should().Be(HttpStatusCode.OK);

        _clock.Advance(Duration.FromSeconds(1));

        await ExpectRefusedAsync(link);
    }

    [Fact]
    public async Task Of_somebody_whose_data_were_removed_the_link_works_no_more()
    {
        var link = await LinkAsync();
        using var scope = _host.Services.CreateScope();
        await scope.ServiceProvider.GetRequiredService<ISubjectDirectory>().UnlinkAsync([Ann], Token);

        await ExpectRefusedAsync(link);
    }

    [Fact]
    public async Task Who_opens_an_old_mail_reads_what_holds_now_and_confirms_that()
    {
        var database = _host.Services.GetRequiredService<InMemory.InMemoryDatabase>();
        var link = await LinkAsync();
        await using var later = await StartAsync(HostRegister.Create("other@example.nl"), database, _host.Services);
        _clock.Advance(Duration.FromDays(1));
        var corrected = await PublishAsync(later, ChangeSignificance.Material);

        using var stale = await PostAsync(link, _version, later);
        stale.StatusCode.Should().Be(HttpStatusCode.OK, "it shows the new text and asks anew");
        (await FindAsync(later, corrected)).Status.Should().Be(NoticeDeliveryStatus.Unknown);
        using var fresh = await PostAsync(link, corrected, later);

        fresh.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        (await FindAsync(later, corrected)).Version.Should().Be(corrected.Digest);
        (await FindAsync(later, _version)).Status.Should().Be(NoticeDeliveryStatus.Unknown);
    }

    [Fact]
    public async Task A_post_without_what_was_shown_records_nothing()
    {
        var link = await LinkAsync();

        (await _host.Client.PostAsync(link, null, Token)).StatusCode.Should().Be(HttpStatusCode.OK);
        using var other = new FormUrlEncodedContent([new("version", HostRegister.Create().Hash.ToString())]);
        (await _host.Client.PostAsync(link, other, Token)).StatusCode.Should().Be(HttpStatusCode.OK);

        (await FindAsync()).Status.Should().Be(NoticeDeliveryStatus.Unknown);
    }

    [Fact]
    public async Task Every_version_is_served_for_ever_with_what_changed_since()
    {
        var database = _host.Services.GetRequiredService<InMemory.InMemoryDatabase>();
        await using var later = await StartAsync(HostRegister.Create("other@example.nl"), database, _host.Services);
        _clock.Advance(Duration.FromDays(1));
        await PublishAsync(later);
        var address = $"/privacy/versions/{_version}/en";

        var text = await later.Client.GetStringAsync(address, Token);
        var changes = await later.Client.GetStringAsync($"{address}/changes", Token);

        text.Should().Contain("info@example.nl").And.NotContain("other@example.nl").And.Contain("href=\"en/changes\"").And.Contain("This text held from 27 November 2026 until 28 November 2026.");
        changes.Should().Contain("What has changed since this text?").And.Contain("other@example.nl");
        using var head = new HttpRequestMessage(HttpMethod.Head, address);
        (await later.Client.SendAsync(head, Token)).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_version_that_is_announced_for_a_day_says_that_day_as_the_controller_counts_it()
    {
        var database = _host.Services.GetRequiredService<InMemory.InMemoryDatabase>();
        await using var later = await StartAsync(HostRegister.Create("other@example.nl"), database, _host.Services);
        var announced = await PublishAsync(later, effectiveOn: new LocalDate(2027, 1, 1));

        var text = await later.Client.GetStringAsync($"/privacy/versions/{announced}/en", Token);

        announced.EffectiveFrom.InUtc().Date.Should().Be(new LocalDate(2026, 12, 31), "midnight in Amsterdam is an hour earlier there");
        text.Should().Contain("This text holds from 1 January 2027.").And.Contain("href=\"nl\"");
    }

    [Fact]
    public async Task Whoever_opens_the_link_of_an_old_mail_reads_from_when_what_is_announced_holds_and_what_is_new()
    {
        var link = await LinkAsync(Language.English);
        (await _host.Client.GetStringAsync(link, Token)).Should().Contain("This is our privacy notice.").And.NotContain("It holds from");
        var database = _host.Services.GetRequiredService<InMemory.InMemoryDatabase>();
        await using var later = await StartAsync(HostRegister.Create("other@example.nl"), database, _host.Services);
        var announced = await PublishAsync(later, ChangeSignificance.Material, new LocalDate(2027, 1, 1));

        var page = await later.Client.GetStringAsync(link, Token);

        page.Should().Contain("This is our new privacy notice.").And.Contain("It holds from 1 January 2027.").And.Contain(System.Net.WebUtility.HtmlEncode(announced.News[Language.English]));
    }

    [Theory]
    [InlineData("/privacy/versions/0000000000000000000000000000000000000000000000000000000000000000/en")]
    [InlineData("/privacy/versions/x/en")]
    [InlineData("/privacy/versions/0000000000000000000000000000000000000000000000000000000000000000/en/changes")]
    public async Task What_was_never_published_is_not_found(string address)
    {
        using var response = await _host.Client.GetAsync(address, Token);

        response.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await response.Content.ReadAsStringAsync(Token)).Should().StartWith("GDPR4550");
    }

    [Fact]
    public async Task Without_the_address_of_the_site_the_host_does_not_start()
    {
        var start = () => Host.StartAsync(services => services.AddGdprKit().UseNoticeLinks(_ => { }));

        (await start.Should().ThrowAsync<OptionsValidationException>()).WithMessage("GDPR4552*");
    }

    private Task<Host> StartAsync(ProcessingRegister register, InMemory.InMemoryDatabase? database = null, IServiceProvider? keysOf = null) => Host.StartAsync(services =>
    {
        services.AddSingleton<IClock>(_clock);
        if (database is not null)
        {
            services.AddSingleton(database);
        }

        if (keysOf is not null)
        {
            services.AddSingleton(keysOf.GetRequiredService<Microsoft.AspNetCore.DataProtection.IDataProtectionProvider>());
        }

        services.AddGdprKit().UseRegister(register).UseInMemoryLedger().UseNoticeLinks(new Uri("http://localhost/privacy"));
    });

    private static async Task<NoticeVersion> PublishAsync(Host host, ChangeSignificance? significance = null, LocalDate? effectiveOn = null)
    {
        using var scope = host.Services.CreateScope();
        var versions = scope.ServiceProvider.GetRequiredService<NoticeVersions>();
        var proposal = await versions.ProposeAsync(cancellationToken: Token);
        return await versions.PublishAsync(new NoticePublication { Version = proposal.Digest, Significance = significance ?? proposal.Significance, EffectiveOn = effectiveOn }, cancellationToken: Token);
    }

    private async Task<Uri> LinkAsync(Language? language = null, Duration? validFor = null)
    {
        using var scope = _host.Services.CreateScope();
        var person = (await scope.ServiceProvider.GetRequiredService<ISubjectDirectory>().LinkAsync([Ann], _clock.GetCurrentInstant(), Token))[0].Ref;
        return scope.ServiceProvider.GetRequiredService<INoticeLinks>().Confirm(person, _version, language ?? Language.Dutch, _clock.GetCurrentInstant() + (validFor ?? Duration.FromDays(90)));
    }

    private async Task<HttpResponseMessage> PostAsync(Uri link, NoticeVersion shown, Host? host = null)
    {
        using var form = new FormUrlEncodedContent([new("version", shown.Digest.ToString())]);
        return await (host ?? _host).Client.PostAsync(link, form, Token);
    }

    private async Task<NoticeDelivery> FindAsync(Host? host = null, NoticeVersion? version = null)
    {
        using var scope = (host ?? _host).Services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<NoticeAcknowledgements>().FindAsync(Ann, version ?? _version, Token);
    }

    private async Task ExpectRefusedAsync(Uri link)
    {
        foreach (var method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Post])
        {
            using var request = new HttpRequestMessage(method, link);
            using var response = await _host.Client.SendAsync(request, Token);
            response.StatusCode.Should().Be(HttpStatusCode.NotFound);
            (await response.Content.ReadAsStringAsync(Token)).Should().Contain("GDPR4551");
        }
    }
}
