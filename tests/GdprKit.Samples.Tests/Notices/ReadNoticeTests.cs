using System.Net;
using GdprKit.Samples.Application;
using GdprKit.Samples.Consent;

namespace GdprKit.Samples.Notices;

/// <summary>Who says to have read the notice, on the form or to an employee. These tests write, so they have a shop of their own.</summary>
public sealed class ReadNoticeTests(CrmApplication application) : IClassFixture<CrmApplication>
{
    private const string Record = "form[action*='NoticeRead']";

    [Fact]
    public async Task Before_the_notice_is_published_the_form_has_no_box_for_it_and_afterwards_it_has()
    {
        await using var shop = new CrmApplication();
        await shop.InitializeAsync();
        using var visitor = shop.CreateVisitor("en");
        using var employee = await shop.CreateEmployeeAsync("Jane Peacock", "en");

        (await visitor.GetAsync("/signup")).Html.QuerySelectorAll("#Notice").Should().ContainSingle().Which.QuerySelector("input").Should().BeNull("nothing could be recorded of it");
        (await visitor.GetAsync("/signup")).Html.QuerySelector("#Notice a")!.GetAttribute("href").Should().Be("/privacy", "everybody is told all the same");
        (await employee.GetAsync("/gdpr/form")).Main.Should().Contain("While no privacy notice is published").And.NotContain("With a tick this version");
        (await employee.GetAsync("/customers/1")).Html.QuerySelector(Record).Should().BeNull();

        var version = await shop.PublishNoticeAsync();

        (await visitor.GetAsync("/signup")).Html.QuerySelector("#Notice input[type=checkbox]").Should().NotBeNull();
        (await employee.GetAsync("/gdpr/form")).Html.QuerySelectorAll($"a[href^='/privacy/versions/{version}/']").Should().HaveCount(2);
    }

    [Fact]
    public async Task Who_signs_up_under_the_version_is_not_asked_by_the_campaign_and_who_ticks_nothing_is()
    {
        await using var shop = new CrmApplication();
        await shop.InitializeAsync();
        var version = await shop.PublishNoticeAsync();
        using var visitor = shop.CreateVisitor("en");
        await shop.SignUpAsync(visitor, "reads@example.nl", NoticeFormFields.Read);
        await shop.SignUpAsync(visitor, "ticks-nothing@example.nl");

        (await shop.DeliveryToAsync(shop.PersonOf("reads@example.nl"))).Should().Match<NoticeDelivery>(read => read.Means == AcknowledgementMeans.Form && read.Version == version.Digest);
        using var manager = await shop.CreateEmployeeAsync("Nancy Edwards", "en");
        await manager.SubmitAsync(await manager.GetAsync("/gdpr/inform"), "main form", button: "button[formaction*='Start']");
        await TellingTests.UntilToldAsync(manager);

        shop.Mails.Select(mail => mail.To.ToString()).Should().Contain("ticks-nothing@example.nl").And.NotContain("reads@example.nl").And.HaveCount(60);
    }

    [Theory]
    [InlineData(2, "Phone", "en", "by phone")]
    [InlineData(3, "Paper", "nl", "on paper")]
    public async Task An_employee_records_what_a_customer_says_by_phone_or_on_paper_with_a_note(int customer, string means, string language, string words)
    {
        var version = await application.PublishNoticeAsync();
        using var employee = await application.CreateEmployeeAsync("Jane Peacock", "en");
        var page = await employee.GetAsync($"/customers/{customer}");
        page.Main.Should().Contain("The customer was not sent the privacy notice that holds now yet.");

        var sent = await employee.SubmitAsync(page, Record, new Dictionary<string, string> { ["Read.Means"] = means, ["Read.Language"] = language, ["Read.Note"] = "Map 12" });

        sent.Status.Should().Be(HttpStatusCode.Redirect);
        (await application.DeliveryToAsync(ShopConsents.Customer(customer))).Should().Match<NoticeDelivery>(read =>
            read.Status == NoticeDeliveryStatus.Acknowledged && read.Means.ToString() == means && read.Language == Language.Parse(language) && read.Version == version.Digest);
        var after = await employee.GetAsync($"/customers/{customer}");
        after.Main.Should().Contain("The customer has read the privacy notice that holds now: confirmed on 23 December 2025.").And.Contain($"Confirmed {words} to have read the privacy notice.");
        after.Html.QuerySelector(Record).Should().BeNull("once is enough");
    }

    [Fact]
    public async Task Without_a_note_nothing_is_recorded()
    {
        await application.PublishNoticeAsync();
        using var employee = await application.CreateEmployeeAsync("Jane Peacock", "en");

        var page = await employee.SubmitAsync(await employee.GetAsync("/customers/4"), Record, new Dictionary<string, string> { ["Read.Note"] = " " });

        page.Status.Should().Be(HttpStatusCode.OK);
        page.Html.QuerySelector(".faults a")!.GetAttribute("href").Should().Be("#Read_Note");
        (await application.DeliveryToAsync(ShopConsents.Customer(4))).Status.Should().Be(NoticeDeliveryStatus.Unknown);
    }

    [Theory]
    [InlineData("Read.Means", "Account")]
    [InlineData("Read.Language", "de")]
    public async Task What_the_form_does_not_offer_is_refused(string field, string value)
    {
        await application.PublishNoticeAsync();
        using var employee = await application.CreateEmployeeAsync("Jane Peacock", "en");
        var page = await employee.GetAsync("/customers/5");
        var option = page.Html.CreateElement("option");
        option.SetAttribute("value", value);
        page.Html.QuerySelector($"select[name='{field}']")!.Append(option);

        var sent = await employee.SubmitAsync(page, Record, new Dictionary<string, string> { [field] = value, ["Read.Note"] = "Map 12" });

        sent.Status.Should().Be(HttpStatusCode.BadRequest);
        (await application.DeliveryToAsync(ShopConsents.Customer(5))).Status.Should().Be(NoticeDeliveryStatus.Unknown);
    }
}
