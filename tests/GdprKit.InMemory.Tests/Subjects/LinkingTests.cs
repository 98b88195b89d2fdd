using GdprKit.Subjects;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;
using static GdprKit.ShopKeys;

namespace GdprKit.InMemory.Subjects;

public sealed class LinkingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everybody_whose_object_is_kept_is_linked_once_and_objects_that_are_nobody_are_not()
    {
        List<Visitor> visitors = [new("ann", true), new("", true), new("cas", false), new(null, true)];
        var services = new ServiceCollection().AddSingleton<IClock>(new FakeClock(Instant.FromUtc(2026, 11, 26, 9, 30)));
        services.AddGdprKit(gdpr => gdpr
            .UseRegister(TestRegisters.Shop())
            .AddMap<Visitor>(data => data
                .IsSubjectWhen(visitor => visitor.IsCustomer, Customers, visitor => visitor.Code)
                .IsSubjectWhen(visitor => !visitor.IsCustomer, Employees, visitor => visitor.Code)
                .Field(Name, visitor => visitor.Name))
            .UseInMemory(memory => memory.Keep(visitors, visitor => visitor.Key(each => each.Code)))
            .UseInMemoryLedger());
        await using var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
        await using var scope = provider.CreateAsyncScope();
        var linking = scope.ServiceProvider.GetRequiredService<SubjectLinking>();
        List<LinkingResult> told = [];

        var result = await linking.LinkAllAsync(new Progress(told.Add), Token);

        result.Should().Be(new LinkingResult(IsFinished: true, Linked: 2, Unlinkable: 1));
        told.Should().Equal(result);
        var links = await provider.GetRequiredService<ISubjectDirectory>().FindBySubjectAsync([SubjectId.Of(Customers, "ann"), SubjectId.Of(Employees, "cas")], Token);
        links.Should().HaveCount(2);
        (await linking.LinkAllAsync(cancellationToken: Token)).Should().Be(new LinkingResult(IsFinished: true, Linked: 0, Unlinkable: 1));
    }

    private sealed record Visitor(string? Code, bool IsCustomer)
    {
        public string? Name { get; init; }
    }

    private sealed class Progress(Action<LinkingResult> report) : IProgress<LinkingResult>
    {
        public void Report(LinkingResult value) => report(value);
    }
}
