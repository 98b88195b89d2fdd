using System.Collections.Concurrent;

namespace GdprKit.Conformance.Requests;

/// <summary>A place outside of the database that keeps texts and files of people in memory, and can be away.</summary>
internal sealed class Place
{
    private readonly ConcurrentQueue<(SubjectId Person, string? Text, byte[] File)> _things = [];

    public bool IsAway { get; set; }

    public void Add(SubjectId person, string text) => _things.Enqueue((person, text, []));

    public void Add(SubjectId person, byte[] file) => _things.Enqueue((person, null, file));

    public IEnumerable<string> Texts(Func<SubjectId, bool> of) => Reachable().Where(thing => thing.Text is not null && of(thing.Person)).Select(thing => thing.Text!);

    public IEnumerable<byte[]> Files(Func<SubjectId, bool> of) => Reachable().Where(thing => thing.Text is null && of(thing.Person)).Select(thing => thing.File);

    public int Count(SubjectId person) => _things.Count(thing => thing.Person == person);

    public int Remove(Func<SubjectId, bool> of)
    {
        var kept = Reachable().Where(thing => !of(thing.Person)).ToList();
        var removed = _things.Count - kept.Count;
        _things.Clear();
        kept.ForEach(_things.Enqueue);
        return removed;
    }

    private IEnumerable<(SubjectId Person, string? Text, byte[] File)> Reachable() => IsAway ? throw new IOException("The place is away.") : _things;
}
