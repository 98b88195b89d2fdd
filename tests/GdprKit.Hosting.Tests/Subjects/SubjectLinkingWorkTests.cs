using GdprKit.Hosting;
using GdprKit.InMemory;
using GdprKit.Ledger;
using GdprKit.Subjects;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace GdprKit;

public sealed class SubjectLinkingWorkTests : WorkerTest
{
    [Fact]
    public async Task Who_is_there_is_linked_at_the_start_and_who_comes_later_within_the_hour()
    {
        var host = Host();

        await StartAsync<SubjectLinkingWork>(host);
        (await LinkedAsync(host)).Should().Equal(Enumerable.Range(1, 10));

        Clients = Clients.Add(new Client(11, "c11@example.org"));
        Time.Pass(Duration.FromMinutes(1));
        await WaitsAsync();
        (await LinkedAsync(host)).Should().NotContain(11, "everybody is read for it, so not every minute");
        for (var minute = 0; minute < 60; minute++)
        {
            Time.Pass(Duration.FromMinutes(1));
            await WaitsAsync();
        }

        (await LinkedAsync(host)).Should().Equal(Enumerable.Range(1, 11));
    }

    [Fact]
    public async Task In_an_older_copy_nobody_gets_a_new_link()
    {
        var mirror = new InMemoryLedgerMirror();
        using var before = new InMemoryDatabase();
        var lost = Host(besides: services =>
        {
            services.AddSingleton(before);
            services.AddGdprKit().UseLedgerMirror(_ => mirror);
        });
        await PublishAsync(lost);
        await lost.GetRequiredService<LedgerSequencer>().PumpAsync(Token);
        var host = Host(besides: services => services.AddGdprKit().UseLedgerMirror(_ => mirror));

        await StartAsync<SubjectLinkingWork>(host);

        (await LinkedAsync(host)).Should().BeEmpty();
    }

    [Fact]
    public void A_length_that_makes_no_sense_is_refused() =>
        Host(options => options.LinkEvery = Seconds(1)).Invoking(it => it.GetRequiredService<Microsoft.Extensions.Options.IOptions<WorkerOptions>>().Value)
            .Should().Throw<Microsoft.Extensions.Options.OptionsValidationException>().Which.Failures.Should().ContainSingle(fault => fault.StartsWith(WorkerMessages.LengthImpossible) && fault.Contains("LinkEvery"));

    private static async Task<IEnumerable<int>> LinkedAsync(IServiceProvider host)
    {
        var people = Enumerable.Range(1, 20).ToDictionary(Person);
        return (await host.GetRequiredService<ISubjectDirectory>().FindBySubjectAsync(people.Keys.ToValueList(), Token)).Select(link => people[link.Subject]).Order();
    }
}
