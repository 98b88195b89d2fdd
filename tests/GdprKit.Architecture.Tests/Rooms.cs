namespace GdprKit.Architecture;

/// <summary>
/// The rooms of the core in layers, from the ground up. A room may use itself and every room of a lower layer; two rooms
/// of one layer do not know each other.
/// </summary>
internal static class Rooms
{
    private static readonly string[][] Layers =
    [
        ["Content"],
        ["Documents"],
        ["Register"],
        // A person is named by a kind that the register declares.
        ["Subjects"],
        ["Ledger"],
        // Which rows are meant can depend on what the ledger says of the people whose they are.
        ["Mapping"],
        ["Retention", "Notices", "Consent"],
        // A decision asks what the person consented to.
        ["Decisions"],
        ["Backups"],
        // Who was erased is told when that is gone from backups too, and it is repeated after a restore.
        ["Requests"],
        ["DependencyInjection"],
    ];

    public static IEnumerable<string> Names => Layers.SelectMany(layer => layer);

    public static bool MayUse(string room, string other) => room == other || LayerOf(other) < LayerOf(room);

    private static int LayerOf(string room)
    {
        var layer = Array.FindIndex(Layers, rooms => rooms.Contains(room));
        return layer >= 0 ? layer : throw new ArgumentException($"'{room}' is not a room of the core. Give it a place in {nameof(Rooms)}.", nameof(room));
    }
}
