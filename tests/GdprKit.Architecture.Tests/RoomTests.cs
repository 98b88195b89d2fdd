using Mono.Cecil;

namespace GdprKit.Architecture;

public sealed class RoomTests
{
    private const string Core = "GdprKit";

    private static readonly Dictionary<string, string> RoomOfType = SourceFile.All
        .Where(file => file is { Package: Core, Room: not null })
        .SelectMany(file => file.Types.Select(type => (type.MetadataName, Room: file.Room!)))
        .DistinctBy(type => type.MetadataName)
        .ToDictionary(type => type.MetadataName, type => type.Room, StringComparer.Ordinal);

    [Fact]
    public void A_room_of_the_core_uses_only_itself_and_the_rooms_below_it()
    {
        using var module = ModuleDefinition.ReadModule(Repository.AssemblyPath(Core));

        var arrows = from type in module.Types
                     let room = RoomOfType.GetValueOrDefault(type.FullName)
                     where room is not null
                     from reference in TypeReferences.Of(type)
                     let used = reference.Used.Outermost()
                     let other = RoomOfType.GetValueOrDefault(used.FullName)
                     where other is not null && !Rooms.MayUse(room, other)
                     select $"{room} may not use {other}: {reference.Member} uses {used.FullName}";

        arrows.ShouldBeNone();
    }

    [Fact]
    public void Every_type_of_the_core_that_somebody_wrote_is_found_in_its_assembly()
    {
        using var module = ModuleDefinition.ReadModule(Repository.AssemblyPath(Core));

        // File-local types get another name in metadata; every other type must be found, or its arrows would go unchecked.
        RoomOfType.Keys.Except(module.Types.Select(type => type.FullName)).ShouldBeNone();
    }

    [Fact]
    public void A_folder_of_a_package_is_a_room()
    {
        SourceFile.All.Where(file => file.Room is not null && !Rooms.Names.Contains(file.Room)).ShouldBeNone();
    }

    [Fact]
    public void Every_file_of_the_core_stands_in_a_room()
    {
        SourceFile.All.Where(file => file is { Package: Core, Room: null }).ShouldBeNone();
    }

    [Fact]
    public void A_type_lives_in_the_namespace_of_the_product_or_of_its_room()
    {
        var misplaced = from file in SourceFile.All
                        from type in file.Types
                        where !MayLiveIn(file, type.Namespace)
                        select $"{file.Path}: {type.MetadataName}";

        misplaced.ShouldBeNone();
    }

    /// <summary>Extension methods stand where the host's own file already looks for them.</summary>
    private static bool MayLiveIn(SourceFile file, string @namespace) =>
        @namespace == Core
        || @namespace == file.Package
        || (file.Room is not null && (@namespace == $"{Core}.{file.Room}" || @namespace == $"{file.Package}.{file.Room}"))
        || @namespace is "Microsoft.Extensions.DependencyInjection" or "Microsoft.AspNetCore.Builder";
}
