using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using GdprKit.Ledger;
using GdprKit.Samples.Application;
using GdprKit.Samples.Crm.Gdpr.History;
using GdprKit.Samples.Notices;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace GdprKit.Samples.Consent;

/// <summary>What a newcomer ticks in the form. These tests write, so they have a shop of their own.</summary>
public sealed class SignUpConsentTests(CrmApplication application) : IClassFixture<CrmApplication>, IAsyncLifetime
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await application.PublishNoticeAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("nl", "Ik heb de privacyverklaring gelezen")]
    [InlineData("en", "I have read the privacy notice")]
    public async Task The_form_asks_in_the_language_of_the_visitor_and_every_box_is_empty(string language, string label)
    {
        using var visitor = application.CreateVisitor(language);

        var page = await visitor.GetAsync("/signup");

        var boxes = page.Html.QuerySelectorAll("input[type=checkbox]").OfType<IHtmlInputElement>().ToList();
        boxes.Should().HaveCount(2, "one for the newsletter, one for the notice").And.OnlyContain(box => !box.IsChecked && !box.IsRequired);
        boxes.Select(box => box.Closest("label")!.GetAttribute("lang")).Should().OnlyContain(spoken => spoken == language);
        boxes[1].Closest("label")!.TextContent.Trim().Should().Be(label);
    }

    [Fact]
    public async Task Who_ticks_nothing_is_a_customer_and_agreed_to_nothing()
    {
        using var visitor = application.CreateVisitor();

        (await application.SignUpAsync(visitor, "nothing@example.nl")).Location.Should().Be("/");

        (await application.NewsletterOfAsync("nothing@example.nl")).Status.Should().Be(ConsentStatus.Unknown);
        (await application.MayMailNewsletterAsync("nothing@example.nl")).Should().BeFalse();
        (await HistoryOfAsync("nothing@example.nl")).Should().Equal(PersonHistory.Added.Type);
        application.Mails.Should().NotContain(mail => mail.To.ToString().Contains("nothing@"));
    }

    [Fact]
    public async Task Who_ticks_that_they_read_the_notice_has_it_in_their_history_word_for_word_and_agreed_to_nothing()
    {
        var version = await application.PublishNoticeAsync();
        using var visitor = application.CreateVisitor("en");

        await application.SignUpAsync(visitor, "read@example.nl", NoticeFormFields.Read);

        (await application.DeliveryToAsync(application.PersonOf("read@example.nl"))).Should().Match<NoticeDelivery>(read =>
            read.Status == NoticeDeliveryStatus.Acknowledged && read.Means == AcknowledgementMeans.Form && read.Version == version.Digest && read.Language == Language.English);
        var entry = (await EntriesOfAsync("read@example.nl", person => NoticeDelivery.StreamOf(person, version.TellsOf))).Should().ContainSingle().Which;
        var content = await Task.WhenAll(entry.Content.Select(ContentAsync));
        content.Should().Contain("I have read the privacy notice").And.HaveCount(2, "the words and the version");
        (await application.NewsletterOfAsync("read@example.nl")).Status.Should().Be(ConsentStatus.Unknown);
        using var employee = await application.CreateEmployeeAsync("Nancy Edwards", "en");
        (await employee.GetAsync($"/customers/{application.NumberOf("read@example.nl")}")).Main.Should().Contain("Confirmed on a form to have read the privacy notice.");
    }

    [Fact]
    public async Task Who_ticks_the_newsletter_agreed_to_what_was_shown_and_is_not_mailed_before_they_confirm()
    {
        using var visitor = application.CreateVisitor();
        var form = await visitor.GetAsync("/signup");

        await visitor.SubmitAsync(form, "form.sheet", SignUpFlow.FilledIn("ticked@example.nl", ConsentFormFields.Agree));

        var record = await application.NewsletterOfAsync("ticked@example.nl");
        record.Status.Should().Be(ConsentStatus.Given);
        record.Confirmation.Should().Be(ConsentConfirmation.Pending);
        (await ContentAsync(record.Wording!.Value)).Should().Be(form.Html.QuerySelector("input[name=gdpr-agree]")!.ParentElement!.TextContent.Trim());
        record.Notice.Should().Be(application.Services.GetRequiredService<PrivacyNotices>().In(Language.Dutch).Digest);
        (await application.MayMailNewsletterAsync("ticked@example.nl")).Should().BeFalse();
        (await visitor.GetAsync("/")).Html.QuerySelector("[role=status]")!.TextContent.Should().Contain("Kijk in je mail om te bevestigen");
    }

    [Theory]
    [InlineData(ConsentFormFields.Question, "GDPR4520")]
    [InlineData(NoticeFormFields.Notice, "GDPR4530")]
    public async Task A_hidden_field_that_was_changed_is_named_and_nothing_is_kept(string field, string id)
    {
        using var visitor = application.CreateVisitor();
        var form = await visitor.GetAsync("/signup");
        var hidden = (IHtmlInputElement)form.Html.QuerySelector($"input[name={field}]")!;
        hidden.Value = hidden.Value[..^8] + "AAAAAAAA";
        var before = application.Holdings;

        var page = await visitor.SubmitAsync(form, "form.sheet", SignUpFlow.FilledIn("changed@example.nl", ConsentFormFields.Agree, NoticeFormFields.Read));

        page.Status.Should().Be(HttpStatusCode.OK);
        var fault = page.Html.QuerySelectorAll(".faults a").Should().ContainSingle().Which;
        fault.TextContent.Should().StartWith(id);
        page.Html.QuerySelector(fault.GetAttribute("href")!).Should().NotBeNull("the message leads to the question");
        page.Html.QuerySelectorAll("input[type=checkbox]").OfType<IHtmlInputElement>().Should().OnlyContain(box => !box.IsChecked, "nothing is ticked for anybody");
        application.Holdings.Should().Equal(before);
    }

    [Fact]
    public async Task A_form_that_stood_open_too_long_is_refused_and_the_next_one_is_taken()
    {
        using var visitor = application.CreateVisitor("en");
        var form = await visitor.GetAsync("/signup");
        application.Clock.Advance(Duration.FromHours(25));
        var values = SignUpFlow.FilledIn("slow@example.nl", ConsentFormFields.Agree, NoticeFormFields.Read);

        var page = await visitor.SubmitAsync(form, "form.sheet", values);

        page.Html.QuerySelectorAll(".faults a").Select(link => link.TextContent[..8]).Should().Equal("GDPR4521", "GDPR4531");
        (await visitor.SubmitAsync(page, "form.sheet", values)).Location.Should().Be("/");
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_makes_one_customer_one_consent_and_one_mail()
    {
        using var visitor = application.CreateVisitor();
        var form = await visitor.GetAsync("/signup");
        var values = SignUpFlow.FilledIn("twice@example.nl", ConsentFormFields.Agree, NoticeFormFields.Read);

        (await visitor.SubmitAsync(form, "form.sheet", values)).Location.Should().Be("/");
        var after = application.Holdings;
        (await visitor.SubmitAsync(form, "form.sheet", values)).Location.Should().Be("/");

        application.Holdings.Should().Equal(after);
        application.MailTo("twice@example.nl").Should().NotBeNull();
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_at_the_same_time_makes_one_customer_too()
    {
        using var visitor = application.CreateVisitor();
        var form = await visitor.GetAsync("/signup");
        var values = SignUpFlow.FilledIn("at-once@example.nl", ConsentFormFields.Agree, NoticeFormFields.Read);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => visitor.SubmitAsync(form, "form.sheet", values)));

        answers.Should().Contain(answer => answer.Location == "/").And.OnlyContain(answer => answer.Status == HttpStatusCode.Redirect || answer.Html.QuerySelector(".faults a") != null);
        new ShopFile(application.DatabasePath).Number("SELECT count(*) FROM Customer WHERE Email = 'at-once@example.nl'").Should().Be(1);
        application.MailTo("at-once@example.nl").Should().NotBeNull();
    }

    [Fact]
    public async Task A_form_that_was_sent_is_not_sent_again_for_somebody_else()
    {
        using var visitor = application.CreateVisitor("en");
        var form = await visitor.GetAsync("/signup");
        await visitor.SubmitAsync(form, "form.sheet", SignUpFlow.FilledIn("one@example.nl", ConsentFormFields.Agree));
        var before = application.Holdings;

        var page = await visitor.SubmitAsync(form, "form.sheet", SignUpFlow.FilledIn("other@example.nl", ConsentFormFields.Agree));

        page.Html.QuerySelector(".faults a")!.TextContent.Should().Be("This form was sent before. Load the page again, and fill it in once more.");
        application.Holdings.Should().Equal(before);
        (await visitor.SubmitAsync(page, "form.sheet", SignUpFlow.FilledIn("other@example.nl", ConsentFormFields.Agree))).Location.Should().Be("/");
    }

    [Fact]
    public async Task Who_is_a_customer_already_agrees_to_nothing_by_a_form_that_anybody_can_fill_in()
    {
        using var visitor = application.CreateVisitor();
        await application.SignUpAsync(visitor, "known@example.nl");
        var before = application.Holdings;

        (await application.SignUpAsync(visitor, "known@example.nl", ConsentFormFields.Agree, NoticeFormFields.Read)).Location.Should().Be("/");

        application.Holdings.Should().Equal(before);
        (await application.NewsletterOfAsync("known@example.nl")).Status.Should().Be(ConsentStatus.Unknown);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_and_nothing_is_kept()
    {
        using var visitor = application.CreateVisitor();
        var form = await visitor.GetAsync("/signup");
        form.Html.QuerySelector("form.sheet input[name=__RequestVerificationToken]")!.Remove();
        var before = application.Holdings;

        var page = await visitor.SubmitAsync(form, "form.sheet", SignUpFlow.FilledIn("forged@example.nl", ConsentFormFields.Agree));

        page.Status.Should().Be(HttpStatusCode.BadRequest);
        application.Holdings.Should().Equal(before);
    }

    [Fact]
    public async Task When_the_ledger_cannot_be_written_there_is_no_customer_either()
    {
        using var visitor = application.CreateVisitor();
        var form = await visitor.GetAsync("/signup");
        var before = application.Holdings;
        Execute("CREATE TRIGGER broken BEFORE INSERT ON gdpr_entry WHEN NEW.entry_type LIKE 'consent.%' BEGIN SELECT RAISE(ABORT, 'broken'); END");

        var page = await visitor.SubmitAsync(form, "form.sheet", SignUpFlow.FilledIn("neither@example.nl", ConsentFormFields.Agree));

        page.Status.Should().Be(HttpStatusCode.InternalServerError);
        application.Holdings.Should().Equal(before);
        Execute("DROP TRIGGER broken");
        (await visitor.SubmitAsync(form, "form.sheet", SignUpFlow.FilledIn("neither@example.nl", ConsentFormFields.Agree))).Location.Should().Be("/", "the same form goes through then");
        application.MailTo("neither@example.nl").Should().NotBeNull();
    }

    private void Execute(string statement)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = application.DatabasePath, Pooling = false }.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants of this class.
        command.CommandText = statement;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private Task<string> ContentAsync(Digest digest) => application.AskAsync(
        async gdpr => Encoding.UTF8.GetString([.. (await gdpr.Store.ReadContentAsync(digest, Cancel))!.Bytes]));

    private Task<List<LedgerEntry>> EntriesOfAsync(string email, Func<SubjectRef, StreamId> stream) => application.AskAsync(async gdpr =>
    {
        var link = (await gdpr.Subjects.FindBySubjectAsync([application.PersonOf(email)], Cancel))[0];
        return await gdpr.Store.ReadStreamAsync(stream(link.Ref), 0, Cancel).ToListAsync(Cancel);
    });

    private async Task<IEnumerable<EntryType>> HistoryOfAsync(string email) => (await EntriesOfAsync(email, PersonHistory.StreamOf)).Select(entry => entry.Type);
}
