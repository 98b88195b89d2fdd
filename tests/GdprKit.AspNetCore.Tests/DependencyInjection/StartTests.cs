using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace GdprKit.DependencyInjection;

public sealed class StartTests
{
    [Fact]
    public async Task A_host_without_a_register_does_not_start()
    {
        await using var app = Application(gdpr => { });

        await app.Awaiting(host => host.StartAsync(TestContext.Current.CancellationToken))
            .Should().ThrowAsync<InvalidOperationException>().WithMessage("GDPR4001*UseRegister*");
    }

    [Fact]
    public async Task A_register_file_with_faults_stops_the_start_and_tells_them_all()
    {
        var path = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N") + ".json");
        await File.WriteAllTextAsync(path, "{\"languages\":[\"nl\"],\"nonsense\":1,\"controller\":{\"name\":\"\"}}", TestContext.Current.CancellationToken);
        await using var app = Application(gdpr => gdpr.UseRegisterFile(path));

        var thrown = await app.Awaiting(host => host.StartAsync(TestContext.Current.CancellationToken)).Should().ThrowAsync<OptionsValidationException>();

        thrown.Which.Failures.Should().HaveCountGreaterThan(2).And.OnlyContain(failure => failure.StartsWith("GDPR4", StringComparison.Ordinal));
        File.Delete(path);
    }

    [Fact]
    public void Pages_without_services_are_refused_with_the_remedy()
    {
        var app = WebApplication.CreateBuilder().Build();

        app.Invoking(host => host.MapGdprKit()).Should().Throw<InvalidOperationException>().WithMessage("GDPR4503*AddGdprKit*");
    }

    [Fact]
    public async Task Adding_it_twice_keeps_one_of_everything()
    {
        await using var app = Application(gdpr => gdpr.UseRegister(HostRegister.Create()), gdpr => gdpr.UseRegister(HostRegister.Create()));

        app.Services.GetServices<ProcessingRegister>().Should().ContainSingle();
        app.Services.GetServices<PrivacyNotices>().Should().ContainSingle();
        app.Services.GetServices<IValidateOptions<NoticeOptions>>().Should().ContainSingle();
    }

    [Fact]
    public async Task An_incomplete_notice_stops_the_start()
    {
        await using var app = Application(gdpr => gdpr
            .UseRegister(HostRegister.Create())
            .ConfigureNotice(notice => notice.Replace(NoticeSections.Complaint, context => new Documents.DocumentSection(NoticeSections.Complaint, "Klacht"))));

        var thrown = await app.Awaiting(host => host.StartAsync(TestContext.Current.CancellationToken)).Should().ThrowAsync<OptionsValidationException>();

        thrown.Which.Message.Should().Contain("13(2)(d)");
    }

    private static WebApplication Application(params Action<GdprKitBuilder>[] configure)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        foreach (var action in configure)
        {
            builder.Services.AddGdprKit(action);
        }

        return builder.Build();
    }
}
