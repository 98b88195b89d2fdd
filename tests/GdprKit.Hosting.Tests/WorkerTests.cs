using GdprKit.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;

namespace GdprKit;

public sealed class WorkerTests : WorkerTest
{
    [Fact]
    public async Task A_worker_begins_when_the_host_has_started_and_not_before()
    {
        var host = Host();
        var worker = host.GetServices<IHostedService>().OfType<Worker<FakeWork>>().Single();

        await worker.StartAsync(Token);
        Work.Rounds.Should().Be(0);
        Lifetime.Start();
        await WaitsAsync();

        Work.Rounds.Should().Be(1);
    }

    [Fact]
    public async Task A_worker_that_finds_nothing_looks_again_after_the_declared_time()
    {
        var (_, waits) = await StartAsync<FakeWork>(Host(options => options.LookEvery = Seconds(90)));

        waits.Should().Be(Seconds(90));
        Time.Pass(Seconds(90));
        (await WaitsAsync()).Should().Be(Seconds(90));
        Work.Rounds.Should().Be(2);
    }

    [Fact]
    public async Task A_worker_that_is_called_looks_at_once_and_soon_again_in_case_what_it_was_called_for_is_not_committed_yet()
    {
        await StartAsync<FakeWork>(Host(options => options.LookEvery = Seconds(5)));

        Work.WakeUp.Call();
        var waits = new List<Duration> { await WaitsAsync() };
        for (var i = 0; i < 4; i++)
        {
            Time.Pass(waits[^1]);
            waits.Add(await WaitsAsync());
        }

        waits.Should().Equal(Seconds(1), Seconds(2), Seconds(4), Seconds(5), Seconds(5));
    }

    [Fact]
    public async Task A_call_that_comes_while_a_worker_works_is_not_missed()
    {
        Work.Round = round =>
        {
            if (round == 0)
            {
                Work.WakeUp.Call();
            }

            return WorkRound.Nothing;
        };

        await StartAsync<FakeWork>(Host());
        (await WaitsAsync()).Should().Be(Seconds(1));

        Work.Rounds.Should().Be(2);
    }

    [Fact]
    public async Task What_a_round_says_about_when_there_is_more_is_heeded()
    {
        Work.Round = round => new WorkRound(DidSomething: true, round < 3 ? Clock.GetCurrentInstant() : Clock.GetCurrentInstant() + Seconds(20));

        var (_, waits) = await StartAsync<FakeWork>(Host());

        Work.Rounds.Should().Be(4, "there was more at once three times");
        waits.Should().Be(Seconds(20));
    }

    [Fact]
    public async Task Work_that_promises_more_and_does_nothing_does_not_run_in_circles()
    {
        Work.Round = _ => new WorkRound(DidSomething: false, Clock.GetCurrentInstant());

        var (_, waits) = await StartAsync<FakeWork>(Host());

        waits.Should().Be(Seconds(1));
    }

    [Fact]
    public async Task Work_that_fails_is_tried_again_ever_later_and_logged_by_its_id()
    {
        Work.Round = round => round < 5 ? throw new TimeoutException("The database does not answer.") : WorkRound.Nothing;

        var (_, first) = await StartAsync<FakeWork>(Host(options => (options.LongestBackoff, options.LookEvery) = (Seconds(6), Seconds(60))));
        var waits = new List<Duration> { first };
        for (var i = 0; i < 5; i++)
        {
            Time.Pass(waits[^1]);
            waits.Add(await WaitsAsync());
        }

        waits.Should().Equal(Seconds(1), Seconds(2), Seconds(4), Seconds(6), Seconds(6), Seconds(60));
        Log.Lines.Should().HaveCount(6).And.Contain(line => line.StartsWith("Error GDPR6400: the work 'test' failed")).And.Contain(line => line.StartsWith("Information GDPR6401"));
    }

    [Fact]
    public async Task A_worker_stops_with_the_host_also_while_it_waits()
    {
        var (worker, _) = await StartAsync<FakeWork>(Host());

        await worker.StopAsync(Token).WaitAsync(TimeSpan.FromSeconds(30), Token);

        Time.Pass(Duration.FromDays(1));
        Work.Rounds.Should().Be(1);
    }

    [Fact]
    public void Adding_workers_twice_adds_them_once()
    {
        var host = Host(besides: services => services.AddGdprKit().AddWorkers());

        host.GetServices<IHostedService>().Where(service => service is Worker<NoticeSendingWork> or Worker<NoticeCountingWork> or Worker<NoticeDutyWork>).Should().HaveCount(3);
    }
}
