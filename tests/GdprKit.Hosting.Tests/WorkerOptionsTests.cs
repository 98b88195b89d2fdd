using GdprKit.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;

namespace GdprKit;

public sealed class WorkerOptionsTests : WorkerTest
{
    [Fact]
    public void Lengths_that_make_no_sense_are_refused_together()
    {
        var host = Host(options =>
        {
            options.LookEvery = Duration.Zero;
            options.LongestBackoff = Duration.FromDays(2);
            options.CountEvery = -Seconds(1);
            options.PatientFor = Duration.FromDays(31);
        });

        host.Invoking(it => it.GetRequiredService<IOptions<WorkerOptions>>().Value).Should().Throw<OptionsValidationException>()
            .Which.Failures.Should().HaveCount(4).And.OnlyContain(fault => fault.StartsWith(WorkerMessages.LengthImpossible));
    }

    [Fact]
    public void What_a_campaign_needs_and_lacks_is_told_at_once()
    {
        using var host = Without().BuildServiceProvider();

        host.Invoking(it => it.GetRequiredService<IOptions<WorkerOptions>>().Value).Should().Throw<OptionsValidationException>()
            .Which.Failures.Should().HaveCount(4).And.OnlyContain(fault => fault.StartsWith(WorkerMessages.ServiceMissing));
    }

    [Fact]
    public void An_instance_that_sends_no_mail_needs_none_of_it()
    {
        using var host = Without(options => options.TellContacts = false).BuildServiceProvider();

        host.GetRequiredService<IOptions<WorkerOptions>>().Value.TellContacts.Should().BeFalse();
    }

    private static ServiceCollection Without(Action<WorkerOptions>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddGdprKit(gdpr => gdpr.UseRegister(TestRegisters.Shop()).AddWorkers(configure));
        return services;
    }
}
