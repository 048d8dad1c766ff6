// Command cor asks the COR registry, follows its changes and receives its webhooks. It needs Go 1.19 or newer and nothing else.
//
//	go run . verify bidders.txt     # one WSIB account number per line
//	go run . follow cursor.txt      # changes as they come; resumes where it stopped
//	WEBHOOK_SECRET=whsec_... go run . receive 3000
//
// COR_URL is the address of the registry (default: http://127.0.0.1:4000), COR_KEY your API key.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"os"
	"strings"
	"time"
)

const rowsAtOnce = 100

const verifyText = `query ($subjects: [VerificationSubject!]!) {
  verifyMany(subjects: $subjects) { problem { message } standing organizationName because } }`

func main() {
	log.SetFlags(0)
	commands := map[string]func(string) error{"verify": verify, "follow": follow, "receive": receive}
	if len(os.Args) != 3 || commands[os.Args[1]] == nil {
		log.Fatal("Usage: cor verify LIST | cor follow CURSOR_FILE | WEBHOOK_SECRET=whsec_... cor receive PORT")
	}
	if err := commands[os.Args[1]](os.Args[2]); err != nil {
		log.Fatal(err)
	}
}

// subject is an account to verify.
type subject struct {
	WsibAccount string `json:"wsibAccount"`
}

// verify prints the standing of each number in a file, in the file's order.
func verify(path string) error {
	text, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	var rows []subject
	for _, line := range strings.Split(string(text), "\n") {
		if number := strings.TrimSpace(line); number != "" {
			rows = append(rows, subject{number})
		}
	}
	for len(rows) > rowsAtOnce {
		if err := verifyRows(rows[:rowsAtOnce]); err != nil {
			return err
		}
		rows = rows[rowsAtOnce:]
	}
	return verifyRows(rows)
}

func verifyRows(rows []subject) error {
	if len(rows) == 0 {
		return nil
	}
	var data struct {
		VerifyMany []struct {
			Problem                             *struct{ Message string }
			Standing, OrganizationName, Because string
		}
	}
	if err := ask(verifyText, map[string]any{"subjects": rows}, &data); err != nil {
		return err
	}
	for i, answer := range data.VerifyMany {
		said := answer.Standing + ": " + answer.Because
		if answer.Problem != nil {
			said = answer.Problem.Message
		}
		fmt.Printf("%s\t%s\t%s\n", rows[i].WsibAccount, answer.OrganizationName, said)
	}
	return nil
}

// follow prints each change once, and begins again wherever the stream breaks.
func follow(path string) error {
	after, err := begin(path)
	if err != nil {
		return err
	}
	for {
		err := changes(after, func(change json.RawMessage, cursor string) error {
			fmt.Printf("%s\n", change) // Handle the change here: its cursor is stored only if that succeeds.
			after = cursor
			return store(path, cursor)
		})
		var wait busy
		var lost broken
		switch {
		case errors.As(err, &wait):
			wait.sleep()
		case errors.As(err, &lost):
			log.Printf("The connection broke (%v); resuming after %s.", lost, after)
			time.Sleep(time.Second)
		default:
			return err
		}
	}
}

// begin returns the stored cursor. If there is none it stores the latest one, before the first change could be missed.
func begin(path string) (string, error) {
	text, err := os.ReadFile(path)
	if !errors.Is(err, os.ErrNotExist) {
		return strings.TrimSpace(string(text)), err
	}
	var data struct{ Changes struct{ Latest string } }
	if err := ask("{ changes(first: 1) { latest } }", nil, &data); err != nil {
		return "", err
	}
	return data.Changes.Latest, store(path, data.Changes.Latest)
}

// store replaces the file in one step, so that it never holds half a cursor.
func store(path, cursor string) error {
	if err := os.WriteFile(path+".new", []byte(cursor+"\n"), 0o600); err != nil {
		return err
	}
	return os.Rename(path+".new", path)
}
