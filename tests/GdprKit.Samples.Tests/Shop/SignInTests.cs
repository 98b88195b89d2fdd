using System.Net;
using GdprKit.Samples.Application;

namespace GdprKit.Samples.Shop;

public sealed class SignInTests(CrmApplication application)
{
    [Fact]
    public async Task Who_signs_in_comes_to_the_page_they_asked_for()
    {
        using var visitor = application.CreateVisitor();
        var refused = await visitor.GetAsync("/customers?q=oslo");

        var form = await visitor.GetAsync(refused.Location!);
        var answer = await visitor.SubmitAsync(form, "form[action*='returnUrl']", button: "button[value='3']");

        answer.Location.Should().Be("/customers?q=oslo");
        (await visitor.GetAsync(answer.Location!)).Status.Should().Be(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("https://example.com/")]
    [InlineData("//example.com/")]
    [InlineData("/\\example.com/")]
    public async Task Nobody_is_sent_to_another_site(string elsewhere)
    {
        using var visitor = application.CreateVisitor();

        var form = await visitor.GetAsync($"/signin?returnUrl={Uri.EscapeDataString(elsewhere)}");
        var answer = await visitor.SubmitAsync(form, "form[action*='returnUrl']", button: "button[value='3']");

        answer.Location.Should().Be("/dashboard");
    }

    [Fact]
    public async Task An_employee_who_does_not_exist_is_refused_in_words()
    {
        using var visitor = application.CreateVisitor("en");
        var form = await visitor.GetAsync("/signin");
        form.Html.QuerySelector("button[value='3']")!.SetAttribute("value", "9");

        var answer = await visitor.SubmitAsync(form, "form:has(button[value='9'])", button: "button[value='9']");

        answer.Main.Should().Contain("This employee does not exist.");
        (await visitor.GetAsync("/dashboard")).Status.Should().Be(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Who_signs_out_is_a_visitor_again()
    {
        using var employee = await application.CreateEmployeeAsync("Jane Peacock");
        var dashboard = await employee.GetAsync("/dashboard");

        var answer = await employee.SubmitAsync(dashboard, "form.signed-in");

        answer.Location.Should().Be("/");
        (await employee.GetAsync("/dashboard")).Status.Should().Be(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_form_that_another_site_made_up_is_refused()
    {
        using var visitor = application.CreateVisitor("en");

        var answer = await visitor.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/signin")
        {
            Content = new FormUrlEncodedContent([new("employeeId", "1")]),
        });

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
        answer.Heading.Should().Be("This form did not arrive well");
    }

    [Theory]
    [InlineData("Jane Peacock", "/employees/4", false)]
    [InlineData("Jane Peacock", "/employees/3", true)]
    [InlineData("Nancy Edwards", "/employees/4", true)]
    public async Task Private_details_are_seen_by_managers_and_by_the_employee(string name, string address, bool seen)
    {
        using var employee = await application.CreateEmployeeAsync(name, "en");

        var page = await employee.GetAsync(address);

        page.Main.Contains("Date of birth", StringComparison.Ordinal).Should().Be(seen);
        page.Main.Contains("can be seen only by managers", StringComparison.Ordinal).Should().Be(!seen);
    }
}
