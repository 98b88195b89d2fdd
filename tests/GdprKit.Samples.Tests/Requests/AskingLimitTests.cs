using System.Net;
using GdprKit.Samples.Application;
using GdprKit.Samples.Consent;

namespace GdprKit.Samples.Requests;

/// <summary>Who asks too often is turned away for a while, and told what counts as much. This test has a shop of its own, because it uses up what may be asked.</summary>
public sealed class AskingLimitTests(CrmApplication application) : IClassFixture<CrmApplication>
{
    [Fact]
    public async Task A_flood_is_stopped_and_whoever_refuses_advertising_does_not_wait()
    {
        await application.GiveNewsletterAsync(6);
        using var visitor = application.CreateVisitor("en");
        for (var time = 0; time < 10; time++)
        {
            (await PublicAskingTests.AskAsync(visitor, "access", $"number-{time}@example.org")).Status.Should().Be(HttpStatusCode.Redirect);
        }

        var refused = await PublicAskingTests.AskAsync(visitor, "access", "one-more@example.org");

        refused.Status.Should().Be(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromHours(1));
        refused.Heading.Should().Be("Please wait a little");
        refused.Main.Should().Contain("privacy@chinook.example");
        (await application.OpenRequestsAsync()).Should().HaveCount(10);
        var centre = await visitor.GetAsync(await application.CentreOfAsync(6));
        (await visitor.SubmitAsync(centre, "form:has(input[value=access])")).Status.Should().Be(HttpStatusCode.TooManyRequests);
        (await visitor.SubmitAsync(centre, "form[action*='Withdraw']")).Status.Should().Be(HttpStatusCode.Redirect);
        (await visitor.SubmitAsync(centre, "form[action*='RefuseMarketing']")).Status.Should().Be(HttpStatusCode.Redirect);
        (await application.DecideNewsletterAsync(6)).Permitted.Should().BeFalse();
    }
}
