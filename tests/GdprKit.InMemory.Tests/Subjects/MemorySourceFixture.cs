using System.Collections.Immutable;
using GdprKit.Conformance;
using GdprKit.Subjects;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit.InMemory.Subjects;

public sealed class MemorySourceFixture : SubjectSourceFixture
{
    private readonly ServiceProvider _services;

    private ImmutableList<object> _rows = [];

    public MemorySourceFixture()
    {
        var services = new ServiceCollection();
        services.AddGdprKit(gdpr => gdpr
            .UseRegister(ConformancePeople.Register)
            .UseInMemory(memory => memory
                .Keep(Rows<Person>, person => person.Key(p => p.Code))
                .Keep(Rows<Account>, account => account.Key(a => new { a.Branch, a.Number }).Unique(a => a.Login)))
            .UseInMemoryLedger());
        foreach (var map in ConformancePeople.Maps)
        {
            services.AddSingleton(map);
        }

        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    public override ValueTask<SubjectSourceSession> OpenAsync(CancellationToken cancellationToken)
    {
        var scope = _services.CreateAsyncScope();
        return ValueTask.FromResult(new SubjectSourceSession(
            scope.ServiceProvider.GetRequiredService<ISubjectSource>(), scope.ServiceProvider.GetRequiredService<ISubjectDirectory>(), scope));
    }

    public override ValueTask AddAsync(IReadOnlyCollection<object> rows, CancellationToken cancellationToken)
    {
        ImmutableInterlocked.Update(ref _rows, all => all.AddRange(rows));
        return ValueTask.CompletedTask;
    }

    public override ValueTask RemoveAsync(IReadOnlyCollection<object> rows, CancellationToken cancellationToken)
    {
        ImmutableInterlocked.Update(ref _rows, all => all.RemoveRange(rows));
        return ValueTask.CompletedTask;
    }

    public override async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await base.DisposeAsync();
    }

    private IEnumerable<T> Rows<T>() => _rows.OfType<T>();
}
