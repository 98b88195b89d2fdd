using GdprKit.Hosting;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace GdprKit;

public sealed class ErasureWorkTests : WorkerTest
{
    private static readonly Operator Clerk = Operator.Parse("staff-7");

    [Fact]
    public async Task What_is_ordered_is_carried_out_at_once()
    {
        var host = Host();
        await StartAsync<ErasureWork>(host);

        var order = await host.GetRequiredService<Erasures>().OrderAsync(Person(7), Clerk, cancellationToken: Token);
        await WaitsAsync();

        (await StoreOfAsync(host, order)).HasAnswered.Should().BeTrue();
    }

    [Fact]
    public async Task What_did_not_answer_is_asked_again_a_minute_later()
    {
        var host = Host(options => options.LookEvery = Duration.FromHours(1));
        var clients = Clients;
        Clients = null!;
        await StartAsync<ErasureWork>(host);
        var order = await host.GetRequiredService<Erasures>().OrderAsync(Person(7), Clerk, cancellationToken: Token);
        await WaitsAsync();

        // That it is to be asked again is recorded, so it looks once more.
        await WaitsAsync();
        (await StoreOfAsync(host, order)).Should().BeEquivalentTo(new { Failures = 1, HasAnswered = false });

        Clients = clients;
        Time.Pass(Duration.FromMinutes(1));
        await WaitsAsync();

        (await StoreOfAsync(host, order)).Should().BeEquivalentTo(new { Failures = 0, HasAnswered = true });
    }

    [Fact]
    public async Task Only_what_is_recorded_about_an_erasure_wakes_it()
    {
        var host = Host();
        var call = host.GetRequiredService<ErasureWork>().WakeUp.Next;

        await host.GetRequiredService<LegalHolds>().PlaceAsync(new HoldScope.Person(Person(7)), HoldGround.LegalClaims, Clerk, "a claim", new LocalDate(2027, 3, 1), cancellationToken: Token);
        await host.GetRequiredService<Objections>().ObjectToMarketingAsync(Person(7), cancellationToken: Token);
        call.IsCompleted.Should().BeFalse();
        await host.GetRequiredService<Erasures>().OrderAsync(Person(7), Clerk, cancellationToken: Token);

        call.IsCompleted.Should().BeTrue();
    }

    private static async Task<ErasurePlaceState> StoreOfAsync(IServiceProvider host, ErasureOrder order) =>
        (await host.GetRequiredService<Erasures>().FindAsync(order.Id, Token))!.Places.Single(place => place.Kind is ErasurePlaceKind.Store);
}
