using GdprKit.Notices;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace GdprKit.Consent;

/// <summary>The questions of a form once a version of the notice was published: which one they are asked beside, and what is recorded of it.</summary>
public sealed class PublishedConsentFormTests : IAsyncDisposable
{
    private static readonly SubjectId Ann = SubjectId.Of(Webshop.Customers, 7);

    private static readonly Key<ProcessingActivity> Panel = Key<ProcessingActivity>.Parse("panel");

    private readonly NoticeHost _site = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_recorded_names_the_version_that_held_and_not_what_the_register_says()
    {
        var version = await NoticeHost.PublishAsync(await _site.StartAsync());
        var later = await StartAsync(HostRegister.Create("later@example.nl"));

        (await SendAsync(later, (await AskAsync(later, Webshop.Newsletter))!)).Should().Be("recorded");

        var record = await FindAsync(later, Webshop.Newsletter);
        record.Status.Should().Be(ConsentStatus.Given);
        record.Notice.Should().Be(TextOf(version, Language.Dutch));
    }

    [Fact]
    public async Task Of_an_announced_version_nothing_is_asked_beside_it_before_it_holds()
    {
        var first = await NoticeHost.PublishAsync(await _site.StartAsync());
        var host = await StartAsync(HostRegister.Create("later@example.nl"));
        _site.Clock.Advance(Duration.FromHours(1));
        var second = await NoticeHost.PublishAsync(host, new LocalDate(2027, 1, 1), ChangeSignificance.Material);

        (await SendAsync(host, (await AskAsync(host, Webshop.Newsletter))!)).Should().Be("recorded");
        (await FindAsync(host, Webshop.Newsletter)).Notice.Should().Be(TextOf(first, Language.Dutch));

        _site.Clock.Advance(Duration.FromDays(60));
        (await SendAsync(host, (await AskAsync(host, Webshop.Newsletter))!)).Should().Be("recorded");
        (await FindAsync(host, Webshop.Newsletter)).Notice.Should().Be(TextOf(second, Language.Dutch));
    }

    [Fact]
    public async Task A_form_that_was_shown_under_one_version_and_sent_under_the_next_records_the_one_that_was_shown()
    {
        var first = await NoticeHost.PublishAsync(await _site.StartAsync());
        var host = await StartAsync(HostRegister.Create("later@example.nl"));
        var question = (await AskAsync(host, Webshop.Newsletter))!;
        _site.Clock.Advance(Duration.FromHours(1));
        await NoticeHost.PublishAsync(host, significance: ChangeSignificance.Material);

        (await SendAsync(host, question)).Should().Be("recorded");

        (await FindAsync(host, Webshop.Newsletter)).Notice.Should().Be(TextOf(first, Language.Dutch));
    }

    [Fact]
    public async Task A_purpose_that_the_version_does_not_name_is_asked_about_once_one_that_names_it_holds()
    {
        await NoticeHost.PublishAsync(await _site.StartAsync());
        var host = await StartAsync(HostRegister.Create(more: WithPanel));

        (await AskAsync(host, Panel)).Should().BeNull();
        (await RenderAsync(host, Panel)).Should().BeEmpty();
        (await AskAsync(host, Webshop.Newsletter)).Should().NotBeNull("the version names that");

        _site.Clock.Advance(Duration.FromHours(1));
        var second = await NoticeHost.PublishAsync(host, new LocalDate(2027, 1, 1));
        (await AskAsync(host, Panel)).Should().BeNull("it is only announced");

        _site.Clock.Advance(Duration.FromDays(60));
        (await RenderAsync(host, Panel)).Should().Contain("checkbox");
        (await SendAsync(host, (await AskAsync(host, Panel))!)).Should().Be("recorded");
        (await FindAsync(host, Panel)).Notice.Should().Be(TextOf(second, Language.Dutch));
    }

    [Fact]
    public async Task While_nothing_was_published_a_question_is_asked_beside_what_the_register_says()
    {
        var host = await StartAsync(HostRegister.Create(more: WithPanel));

        (await SendAsync(host, (await AskAsync(host, Panel))!)).Should().Be("recorded");

        (await FindAsync(host, Panel)).Notice.Should().Be(host.Services.GetRequiredService<PrivacyNotices>().In(Language.Dutch).Digest);
    }

    [Fact]
    public async Task Who_reads_a_language_that_the_version_has_not_is_asked_in_one_that_it_has()
    {
        await NoticeHost.PublishAsync(await _site.StartAsync(HostRegister.InOneLanguage(Language.English)));
        var host = await StartAsync(HostRegister.Create());

        (await AskAsync(host, Webshop.Newsletter, null))!.Wording.Language.Should().Be(Language.English);
        var dutch = async () => await AskAsync(host, Webshop.Newsletter, Language.Dutch);
        (await dutch.Should().ThrowAsync<KeyNotFoundException>()).WithMessage("GDPR4523*");
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private static void WithPanel(RegisterBuilder register) => register.Activity(Panel, activity => activity
        .Name(nl: "Panel", en: "Panel")
        .Purpose(nl: "Wij vragen je wat je van ons vindt.", en: "We ask what you think of us.")
        .OnConsent()
        .About(Webshop.Customers)
        .Uses(Webshop.Name)
        .Keep(keep => keep.WhileConsentStands()));

    private static Digest TextOf(NoticeVersion version, Language language) => version.Texts.Single(text => text.Language == language).Digest;

    private Task<Host> StartAsync(ProcessingRegister register) => _site.StartAsync(register, gdpr => gdpr.UseConsentForms(), Form);

    private static void Form(WebApplication app) => app.MapPost("/form", async (ConsentForm form, Consents consents) =>
    {
        if (form.Fault is null)
        {
            await form.RecordAsync(consents, Ann, Cancel);
        }

        return form.Fault?.Id ?? "recorded";
    });

    private static Task<ConsentQuestion?> AskAsync(Host host, Key<ProcessingActivity> activity) => AskAsync(host, activity, Language.Dutch);

    private static async Task<ConsentQuestion?> AskAsync(Host host, Key<ProcessingActivity> activity, Language? language)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ConsentForms>().AskAsync(activity, language, cancellationToken: Cancel);
    }

    private static async Task<string> RenderAsync(Host host, Key<ProcessingActivity> activity)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await ConsentTagHelperTests.RenderAsync(new ConsentTagHelper(scope.ServiceProvider.GetRequiredService<ConsentForms>()) { Topic = activity, Language = Language.Dutch });
    }

    private static async Task<ConsentRecord> FindAsync(Host host, Key<ProcessingActivity> activity)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Consents>().FindAsync(Ann, activity, Cancel);
    }

    private static async Task<string> SendAsync(Host host, ConsentQuestion question)
    {
        using var form = new FormUrlEncodedContent([new(ConsentFormFields.Question, question.Sealed), new(ConsentFormFields.Agree, question.Id.ToString())]);
        using var response = await host.Client.PostAsync("/form", form, Cancel);
        return await response.Content.ReadAsStringAsync(Cancel);
    }
}
