using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace GdprKit.Notices;

/// <summary>The box of a form once a version was published: which one it is about, and what is recorded of it.</summary>
public sealed class PublishedNoticeFormTests : IAsyncDisposable
{
    private static readonly SubjectId Ann = SubjectId.Of(Webshop.Customers, 7);

    private readonly NoticeHost _site = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_box_is_about_the_version_that_holds_and_not_about_what_the_register_says()
    {
        var version = await NoticeHost.PublishAsync(await _site.StartAsync());
        var later = await StartAsync("later@example.nl");

        var box = await OfferAsync(later, Language.English);

        box.Notice.Should().Be(new OfferedNotice(NoticeAudience.Everybody, Language.English, version.Texts.Single(text => text.Language == Language.English).Digest, version.Digest));
    }

    [Fact]
    public async Task A_form_that_was_shown_under_one_version_and_sent_under_the_next_records_the_one_that_was_shown()
    {
        var before = await StartAsync();
        var first = await NoticeHost.PublishAsync(before);
        var box = await OfferAsync(before, Language.Dutch, "Gelezen");
        _site.Clock.Advance(Duration.FromHours(1));
        var after = await StartAsync("later@example.nl");
        var second = await NoticeHost.PublishAsync(after, significance: ChangeSignificance.Material);

        (await SendAsync(after, box)).Should().Be("recorded");

        (await NoticeHost.FindAsync(after, Ann, first)).Should().Match<NoticeDelivery>(told =>
            told.Status == NoticeDeliveryStatus.Acknowledged && told.Version == first.Digest && told.Language == Language.Dutch && told.Means == AcknowledgementMeans.Form);
        (await NoticeHost.FindAsync(after, Ann, second)).Status.Should().Be(NoticeDeliveryStatus.Unknown);
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_is_recorded_once()
    {
        var host = await StartAsync();
        var version = await NoticeHost.PublishAsync(host);
        var box = await OfferAsync(host, Language.Dutch);

        (await SendAsync(host, box)).Should().Be("recorded");
        var first = await NoticeHost.FindAsync(host, Ann, version);
        _site.Clock.Advance(Duration.FromMinutes(1));
        (await SendAsync(host, box)).Should().Be("recorded");

        (await NoticeHost.FindAsync(host, Ann, version)).Should().Be(first);
    }

    [Fact]
    public async Task What_was_shown_before_it_was_published_as_it_was_is_that_version()
    {
        var host = await StartAsync();
        var box = await OfferAsync(host, Language.Dutch);
        box.Notice.Version.Should().BeNull();

        (await SendAsync(host, box)).Should().Be("nothing", "nothing is published that it could be recorded about");
        var version = await NoticeHost.PublishAsync(host);
        (await SendAsync(host, box)).Should().Be("recorded");

        (await NoticeHost.FindAsync(host, Ann, version)).Status.Should().Be(NoticeDeliveryStatus.Acknowledged);
    }

    [Fact]
    public async Task What_was_shown_before_another_text_was_published_is_refused()
    {
        var box = await OfferAsync(await StartAsync(), Language.Dutch);
        var later = await StartAsync("later@example.nl");
        await NoticeHost.PublishAsync(later);

        (await SendAsync(later, box)).Should().Be("GDPR4532");
    }

    [Fact]
    public async Task A_version_that_the_ledger_lost_is_not_said_to_be_read()
    {
        var host = await StartAsync();
        await NoticeHost.PublishAsync(host);
        var box = await OfferAsync(host, Language.Dutch);
        await using var restored = new NoticeHost(_site);
        var other = await restored.StartAsync(HostRegister.Create(), gdpr => gdpr.UseNoticeForms(), Form);

        (await SendAsync(other, box)).Should().Be("GDPR4532");
    }

    [Fact]
    public async Task Who_reads_a_language_that_the_text_has_not_is_offered_one_that_it_has()
    {
        await NoticeHost.PublishAsync(await _site.StartAsync(HostRegister.InOneLanguage(Language.Dutch)));
        var later = await StartAsync();

        (await OfferAsync(later, null)).Notice.Language.Should().Be(Language.Dutch);
        var english = async () => await OfferAsync(later, Language.English);
        (await english.Should().ThrowAsync<KeyNotFoundException>()).WithMessage("GDPR4533*");
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private Task<Host> StartAsync(string email = "info@example.nl") => _site.StartAsync(HostRegister.Create(email), gdpr => gdpr.UseNoticeForms(), Form);

    private static void Form(WebApplication app) => app.MapPost("/form", async (NoticeForm form, NoticeAcknowledgements acknowledgements) =>
        form.Fault?.Id ?? (await form.RecordAsync(acknowledgements, Ann, Cancel) is null ? "nothing" : "recorded"));

    private static async Task<NoticeBox> OfferAsync(Host host, Language? language, string? label = null)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<NoticeForms>().OfferAsync(language, label, cancellationToken: Cancel);
    }

    private static async Task<string> SendAsync(Host host, NoticeBox box)
    {
        using var form = new FormUrlEncodedContent([new(NoticeFormFields.Notice, box.Sealed), new(NoticeFormFields.Read, box.Id.ToString())]);
        using var response = await host.Client.PostAsync("/form", form, Cancel);
        return await response.Content.ReadAsStringAsync(Cancel);
    }
}
