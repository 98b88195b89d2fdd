// Verifies trees in folders with the code of the Go project: golang.org/x/mod/sumdb/note opens the checkpoint, sumdb/tlog reads the tiles and checks every proof.
// It says one line of each folder: what it verified, or why it refuses.
package main

import (
	"bufio"
	"encoding/base64"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const (
	height      = 8
	entriesWide = 256
)

// tiles of a folder, in the layout of C2SP: as that of Go, without the height in the path.
type tiles struct{ folder string }

func (t tiles) Height() int { return height }

func (t tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	var read [][]byte
	for _, tile := range wanted {
		path := "tile/" + strings.TrimPrefix(tile.Path(), "tile/8/")
		data, err := os.ReadFile(filepath.Join(t.folder, filepath.FromSlash(path)))
		if err != nil {
			return nil, err
		}
		read = append(read, data)
	}
	return read, nil
}

func (t tiles) SaveTiles([]tlog.Tile, [][]byte) {}

func main() {
	for _, folder := range os.Args[1:] {
		said, err := verify(folder)
		if err != nil {
			said = "refused: " + strings.ReplaceAll(err.Error(), "\n", " ")
		}
		fmt.Println(said)
	}
}

func verify(folder string) (string, error) {
	tree, err := open(folder)
	if err != nil {
		return "", err
	}
	reader := tlog.TileHashReader(tree, tiles{folder})
	root, err := tlog.TreeHash(tree.N, reader)
	if err != nil {
		return "", err
	}
	if root != tree.Hash {
		return "", errors.New("the tiles come to another root")
	}
	leaves, err := readLeaves(folder, tree.N)
	if err != nil {
		return "", err
	}
	for i, leaf := range leaves {
		proof, err := tlog.ProveRecord(tree.N, int64(i), reader)
		if err != nil {
			return "", err
		}
		if err := tlog.CheckRecord(proof, tree.N, tree.Hash, int64(i), leaf); err != nil {
			return "", fmt.Errorf("entry %d: %v", i, err)
		}
	}
	return checkProofs(folder, tree, leaves, reader)
}

func open(folder string) (tlog.Tree, error) {
	key, err := os.ReadFile(filepath.Join(folder, "verifier"))
	if err != nil {
		return tlog.Tree{}, err
	}
	verifier, err := note.NewVerifier(string(key))
	if err != nil {
		return tlog.Tree{}, err
	}
	text, err := os.ReadFile(filepath.Join(folder, "checkpoint"))
	if err != nil {
		return tlog.Tree{}, err
	}
	opened, err := note.Open(text, note.VerifierList(verifier))
	if err != nil {
		return tlog.Tree{}, err
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) < 3 || lines[0] != verifier.Name() {
		return tlog.Tree{}, errors.New("no checkpoint of this origin")
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil {
		return tlog.Tree{}, err
	}
	root, err := tlog.ParseHash(lines[2])
	return tlog.Tree{N: size, Hash: root}, err
}

// readLeaves reads the bundles of entries: of each two bytes of length, and the hash that is put in order.
func readLeaves(folder string, size int64) ([]tlog.Hash, error) {
	var leaves []tlog.Hash
	for first := int64(0); first < size; first += entriesWide {
		path := fmt.Sprintf("tile/entries/%03d", first/entriesWide)
		if left := size - first; left < entriesWide {
			path = fmt.Sprintf("%s.p/%d", path, left)
		}
		data, err := os.ReadFile(filepath.Join(folder, filepath.FromSlash(path)))
		if err != nil {
			return nil, err
		}
		for len(data) > 0 {
			if len(data) < 2 {
				return nil, errors.New("a bundle is cut off")
			}
			length := int(data[0])<<8 | int(data[1])
			if len(data) < 2+length {
				return nil, errors.New("a bundle is cut off")
			}
			leaves = append(leaves, tlog.RecordHash(data[2:2+length]))
			data = data[2+length:]
		}
	}
	if int64(len(leaves)) != size {
		return nil, errors.New("the bundles have another number of entries")
	}
	return leaves, nil
}

// checkProofs checks the proofs that GdprKit made: "inclusion INDEX HASH...", and "consistency FROM ROOT HASH...".
func checkProofs(folder string, tree tlog.Tree, leaves []tlog.Hash, reader tlog.HashReader) (string, error) {
	file, err := os.Open(filepath.Join(folder, "proofs"))
	if err != nil {
		return "", err
	}
	defer file.Close()
	counts := map[string]int{}
	for lines := bufio.NewScanner(file); lines.Scan(); {
		words := strings.Split(lines.Text(), " ")
		number, err := strconv.ParseInt(words[1], 10, 64)
		if err != nil {
			return "", err
		}
		hashes, err := parse(words[2:])
		if err != nil {
			return "", err
		}
		switch words[0] {
		case "inclusion":
			err = tlog.CheckRecord(tlog.RecordProof(hashes), tree.N, tree.Hash, number, leaves[number])
		case "consistency":
			// What the tree was when it was smaller is told by the tiles, and must be what GdprKit says.
			var earlier tlog.Hash
			if earlier, err = tlog.TreeHash(number, reader); err == nil && earlier != hashes[0] {
				err = errors.New("another root of the smaller tree")
			}
			if err == nil {
				err = tlog.CheckTree(tlog.TreeProof(hashes[1:]), tree.N, tree.Hash, number, earlier)
			}
		default:
			err = errors.New("no proof")
		}
		if err != nil {
			return "", fmt.Errorf("%s %d: %v", words[0], number, err)
		}
		counts[words[0]]++
	}
	return fmt.Sprintf("verified: %d entries, %d inclusions, %d consistencies", len(leaves), counts["inclusion"], counts["consistency"]), nil
}

func parse(words []string) ([]tlog.Hash, error) {
	var hashes []tlog.Hash
	for _, word := range words {
		data, err := base64.StdEncoding.DecodeString(word)
		if err != nil || len(data) != tlog.HashSize {
			return nil, errors.New("no hash")
		}
		var hash tlog.Hash
		copy(hash[:], data)
		hashes = append(hashes, hash)
	}
	return hashes, nil
}
