using GdprKit.Samples.Application;
using GdprKit.Samples.Notices;

namespace GdprKit.Samples.Consent;

/// <summary>The place where the shop sees what newcomers are asked.</summary>
public sealed class FormPageTests(CrmApplication application)
{
    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public async Task It_shows_what_visitors_see_in_each_language_and_which_version_is_recorded(string language)
    {
        await using var shop = new CrmApplication();
        await shop.InitializeAsync();
        var version = await shop.PublishNoticeAsync();
        using var employee = await shop.CreateEmployeeAsync("Jane Peacock", language);

        var page = await employee.GetAsync("/gdpr/form");

        foreach (var spoken in new[] { "nl", "en" })
        {
            using var visitor = shop.CreateVisitor(spoken);
            var labels = (await visitor.GetAsync("/signup")).Html.QuerySelectorAll("label[lang]").Select(label => label.TextContent.Trim()).ToList();
            page.Html.QuerySelectorAll($"ul.seen[lang={spoken}] li").Select(box => box.TextContent.Trim()).Should().Equal(labels);
            page.Html.QuerySelector($".card a[href='/privacy/versions/{version}/{spoken}'] code")!.TextContent.Should().Be(version.ToString()[..12]);
        }
    }

    [Fact]
    public async Task It_says_what_each_box_belongs_to_and_whether_it_is_confirmed_by_mail()
    {
        using var employee = await application.CreateEmployeeAsync("Jane Peacock", "en");

        var page = await employee.GetAsync("/gdpr/form");

        page.Html.QuerySelectorAll(".activity").Should().HaveCount(2);
        page.Html.QuerySelectorAll(".activity")[0].QuerySelectorAll("dd").Select(fact => fact.TextContent.Trim()).Should()
            .StartWith(["Newsletter", "Yes, and only then may you make use of it", "2 years"]);
        page.Html.QuerySelectorAll(".activity")[1].TextContent.Should().Contain("It is no consent");
        page.Html.QuerySelectorAll("main form, main input").Should().BeEmpty("nobody ticks a box here");
    }

    [Fact]
    public async Task The_code_that_it_shows_is_that_of_the_sign_up_of_this_shop()
    {
        using var employee = await application.CreateEmployeeAsync("Jane Peacock", "en");
        var source = await File.ReadAllTextAsync(Repository.FullPath("samples", "GdprKit.Samples.Crm", "Pages", "SignUp.cshtml.cs"), TestContext.Current.CancellationToken)
            + await File.ReadAllTextAsync(Repository.FullPath("samples", "GdprKit.Samples.Crm", "Pages", "SignUp.cshtml"), TestContext.Current.CancellationToken)
            + await File.ReadAllTextAsync(Repository.FullPath("samples", "GdprKit.Samples.Crm", "Gdpr", "GdprSetup.cs"), TestContext.Current.CancellationToken);

        var code = string.Concat((await employee.GetAsync("/gdpr/form")).Html.QuerySelectorAll("pre").Select(sample => sample.TextContent));

        foreach (var line in new[] { "<gdpr-notice />", "<gdpr-consent topic=", "public ConsentForm Consent { get; set; } = null!;", "public NoticeForm Notice { get; set; } = null!;", ".UseNoticeForms()", ".UseConsentForms()" })
        {
            code.Should().Contain(line);
            source.Should().Contain(line);
        }
    }
}
